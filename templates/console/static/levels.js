// Levels: handles over the bar and numbers follow one another.
(function () {
  "use strict";
  var form = document.getElementById("levels-form");
  if (!form) return;
  var handles = Array.from(form.querySelectorAll("[data-bound]"));
  var parts = form.querySelectorAll("#levels-bar rect");
  var fields = handles.map(function (_, at) { return document.getElementById("lower-" + (at + 1)); });
  var sent = false;

  function bound(at) {
    if (at < 0) return 0;
    if (at >= fields.length) return 100;
    var value = parseFloat(fields[at].value);
    return value >= 0 && value <= 100 ? value : parseFloat(handles[at].value);
  }
  function draw() {
    for (var at = 0; at < parts.length; at++) {
      var low = bound(at - 1), high = bound(at), range = document.getElementById("range-" + at);
      parts[at].setAttribute("x", low + "%");
      parts[at].setAttribute("width", Math.max(high - low, 0) + "%");
      range.textContent = range.dataset.text.replace("{0}", at ? fields[at - 1].value : 0).replace("{1}", at < fields.length ? fields[at].value : 100);
      if (at) { handles[at - 1].value = low; handles[at - 1].setAttribute("aria-valuetext", fields[at - 1].value + "%"); }
    }
  }
  handles.forEach(function (handle, at) {
    handle.addEventListener("input", function () {
      var least = Math.floor(bound(at - 1)) + 1, most = Math.ceil(bound(at + 1)) - 1;
      handle.value = Math.min(Math.max(handle.value, least), most);
      fields[at].value = handle.value;
      draw();
    });
    fields[at].addEventListener("input", draw);
  });
  draw();

  function changed(field) { return field.value !== field.defaultValue || field.checked !== field.defaultChecked; }
  form.addEventListener("submit", function () { sent = true; });
  window.addEventListener("beforeunload", function (event) {
    if (!sent && ("edited" in form.dataset || Array.from(form.querySelectorAll("td input")).some(changed))) event.preventDefault();
  });
})();
