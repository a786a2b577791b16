// What the console does beyond forms and links. Every screen works without it.
(function () {
  "use strict";
  document.documentElement.classList.add("js");

  // A form is sent once; Back finds it ready again.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method.toLowerCase() !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(function () { form.querySelectorAll("button").forEach(function (b) { b.disabled = true; }); }, 0);
  });
  window.addEventListener("pageshow", function (event) {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll("button").forEach(function (b) { b.disabled = false; });
    });
    // A page kept by the browser is asked for again: after a sign-out it must show nothing.
    if (event.persisted) location.reload();
  });

  function arrive() {
    var wrong = document.querySelector("[data-focus]");
    if (wrong) wrong.focus();
    document.querySelectorAll(".main-nav [aria-current], .tabs [aria-current]").forEach(function (tab) {
      tab.scrollIntoView({ block: "nearest", inline: "center" });
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", arrive); else arrive();

  // "Select All" of a school, and how many are chosen.
  document.addEventListener("change", function (event) {
    var box = event.target;
    if (box.dataset.all) {
      document.querySelectorAll('input[data-of="' + CSS.escape(box.dataset.all) + '"]').forEach(function (one) {
        if (!one.disabled) one.checked = box.checked;
      });
    } else if (box.dataset.of) {
      var school = CSS.escape(box.dataset.of);
      var all = document.querySelector('input[data-all="' + school + '"]');
      // Of a school that was ticked whole, all boxes ticked again are the whole school again.
      var again = document.querySelector('input[name=whole][value="' + school + '"]') && !document.querySelector('input[data-of="' + school + '"]:not(:checked)');
      if (all && (again || !box.checked)) all.checked = Boolean(again);
    }
    if (box.dataset.future) chooseSchedule(box);
    if (box.dataset.choose && box.checked) document.getElementById(box.dataset.choose).checked = true;
  });

  // What a part of the page asked for and did not get is said; what is on the screen stays.
  ["htmx:after:request", "htmx:response:error", "htmx:error"].forEach(function (name) {
    document.addEventListener(name, function () {
      var place = document.getElementById("not-loaded");
      place.textContent = name === "htmx:after:request" ? "" : place.dataset.text;
    });
  });

  // A date in the future is a scheduled distribution.
  function chooseSchedule(box) {
    var scheduled = document.getElementById(box.dataset.future);
    if (scheduled && box.value > box.dataset.today) scheduled.checked = true;
  }
})();
