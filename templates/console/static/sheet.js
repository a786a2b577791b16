// What is typed into a result sheet and not saved is not left by mistake. The sheet works without it.
(function () {
  "use strict";
  var form = document.querySelector("form[data-sheet]");
  if (!form) return;
  var sent = false;
  function changed(field) {
    if (field.type === "hidden" || field.tagName === "BUTTON") return false;
    if (field.options) return !field.options[field.selectedIndex].defaultSelected;
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  }
  form.addEventListener("submit", function () { sent = true; });
  window.addEventListener("pageshow", function () { sent = false; });
  window.addEventListener("beforeunload", function (event) {
    if (!sent && (form.dataset.sheet === "typed" || Array.from(form.elements).some(changed))) event.preventDefault();
  });
})();
