// A chosen file goes straight to the bucket: announced by its form, then sent with the form that comes back.
(function () {
  "use strict";

  function chosen(form) {
    var picker = form.querySelector("[data-file]");
    return picker && picker.files[0];
  }
  function write(form, name, text) {
    var field = form.elements.namedItem(name);
    if (field) field.value = text;
  }
  document.addEventListener("change", function (event) {
    var picker = event.target, file = picker.files && picker.files[0];
    if (!file) return;
    if (picker.dataset.into) {
      var reader = new FileReader(), place = document.getElementById(picker.dataset.into), isLarge = file.size > picker.dataset.most;
      document.getElementById("picker-large").hidden = !isLarge;
      place.value = "";
      if (isLarge) { picker.value = ""; return; }
      reader.onload = function () { place.value = reader.result.split(",")[1] || ""; };
      reader.readAsDataURL(file);
    } else if (picker.matches("[data-file]")) {
      write(picker.form, "name", file.name);
      write(picker.form, "size", file.size);
    }
  });

  // With a bar the bucket is asked whether it says how far it is (CORS). Where it does not, the file goes all the same.
  function send(form, upload, body) {
    var place = form.querySelector("[data-sending]");
    if (!place) return sendBlindly(upload, body);
    var bar = place.querySelector("progress");
    place.hidden = false;
    return new Promise(function (done, failed) {
      var request = new XMLHttpRequest(), moved = false;
      request.upload.onprogress = function (event) {
        moved = moved || event.loaded > 0;
        if (event.lengthComputable) bar.value = Math.floor(100 * event.loaded / event.total);
      };
      request.onload = function () { (request.status < 400 ? done : failed)(); };
      request.onerror = function () {
        if (moved) return failed();
        bar.removeAttribute("value");
        return sendBlindly(upload, body).then(done, failed);
      };
      request.open("POST", upload.action);
      request.send(body);
    }).catch(function () { complain(form, place); return true; });
  }
  function sendBlindly(upload, body) {
    return fetch(upload.action, { method: "POST", body: body, mode: "no-cors", credentials: "omit" }).then(function () {});
  }
  function complain(form, place) {
    var wrong = form.querySelector("[data-wrong]");
    place.hidden = true;
    form.classList.remove("htmx-request");
    delete form.dataset.sent;
    form.querySelectorAll("button").forEach(function (b) { b.disabled = false; });
    wrong.hidden = false;
    wrong.focus();
  }

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
        return send(form, upload, body).then(function (failed) { if (!failed) location.assign(upload.dataset.next); });
      })
      .catch(function () { form.submit(); });
  });
})();
