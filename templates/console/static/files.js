// A chosen file goes straight to the bucket: announced by its form, then sent with the form that comes back.
(function () {
  "use strict";

  function chosen(form) {
    var picker = form.querySelector("[data-file]");
    return picker && picker.files[0];
  }
  document.addEventListener("change", function (event) {
    var picker = event.target, file = picker.files && picker.files[0];
    if (!file) return;
    if (picker.dataset.into) {
      var reader = new FileReader();
      reader.onload = function () { document.getElementById(picker.dataset.into).value = reader.result.split(",")[1] || ""; };
      reader.readAsDataURL(file);
    } else if (picker.matches("[data-file]")) {
      picker.form.elements.namedItem("name").value = file.name;
      picker.form.elements.namedItem("size").value = file.size;
    }
  });
  document.addEventListener("submit", function (event) {
    var form = event.target, file = chosen(form);
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    form.classList.add("htmx-request");
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) })
      .then(function (answer) { return answer.text(); })
      .then(function (text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        var upload = page.querySelector("form[data-next]");
        if (!upload) {
          document.querySelector("main").replaceWith(page.querySelector("main"));
          var wrong = document.querySelector("[data-focus]");
          if (wrong) wrong.focus();
          return undefined;
        }
        var body = new FormData(upload);
        body.set("file", file);
        return fetch(upload.action, { method: "POST", body: body, mode: "no-cors", credentials: "omit" })
          .then(function () { location.assign(upload.dataset.next); });
      })
      .catch(function () { form.submit(); });
  });
})();
