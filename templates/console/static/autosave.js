// Saves a page that several people write, while one types. Without it the button saves.
(function () {
  "use strict";
  var IDLE = 1500, AGAIN = 10000, LOOK = 15000, AWAKE = 1200000;
  var timer, sending = false, dirty = false, touched = Date.now();

  function form() { return document.querySelector("form[data-autosave]"); }
  function say(word) {
    var status = document.getElementById("saved"), text = form().dataset[word];
    if (word === "saved") text += " " + new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
    if (status.textContent !== text) status.textContent = text;
    document.getElementById("sign-in").hidden = word !== "ended" && word !== "another";
  }
  function plan(wait) { clearTimeout(timer); timer = setTimeout(save, wait); }
  function state(control) { return control.type === "checkbox" ? String(control.checked) : control.value; }
  function photograph(of) {
    var seen = {};
    of.querySelectorAll("[name]").forEach(function (c) { seen[c.id || c.name] = state(c); });
    return seen;
  }

  // Takes what the server knows into the form; what was typed since `sent` stays.
  function merge(page, sent) {
    var fresh = page.querySelector("form[data-autosave]"), old = form();
    if (!fresh) return;
    var active = document.activeElement, at = active && active.id;
    var known = fresh.querySelectorAll("[name=row]").length === old.querySelectorAll("[name=row]").length;
    var met = "conflict" in fresh.dataset;
    // A colleague's text in a place where one types goes through the server, which shows both.
    if (!met && Array.prototype.some.call(fresh.querySelectorAll("[id][name]"), function (c) {
      var mine = document.getElementById(c.id);
      return mine && c.id in sent && state(mine) !== sent[c.id] && state(c).trim() !== sent[c.id].trim();
    })) return;
    if (known && !met) {
      fresh.querySelectorAll("[name]").forEach(function (c) {
        var mine = c.id ? document.getElementById(c.id) : old.querySelector('[name="' + CSS.escape(c.name) + '"]');
        if (!mine || c.name === "row") return;
        if (c.type === "checkbox") { if (state(mine) === sent[c.id]) mine.checked = c.checked; return; }
        if (c.type !== "hidden" && (mine.value !== sent[c.id] || mine.value.trim() === c.value.trim())) return;
        mine.value = c.value;
      });
      fresh.querySelectorAll(".by").forEach(function (by) {
        var mine = document.getElementById(by.id);
        if (mine && mine.textContent !== by.textContent) mine.textContent = by.textContent;
      });
      return;
    }
    fresh.querySelectorAll("[id][name]").forEach(function (c) {
      var mine = document.getElementById(c.id);
      if (!mine || state(mine) === sent[c.id]) return;
      if (c.type === "checkbox") c.checked = mine.checked; else c.value = mine.value;
    });
    var from = active && active.selectionStart, to = active && active.selectionEnd;
    document.getElementById("page").replaceWith(page.querySelector("#page"));
    var again = at && document.getElementById(at);
    if (again) { again.focus({ preventScroll: true }); if (from !== undefined && from !== null) again.setSelectionRange(from, to); }
  }

  function ask(method) {
    var own = form(), options = { method: method, headers: { "HX-Request": "true" } };
    if (method === "POST") options.body = new URLSearchParams(new FormData(own));
    return fetch(own.action, options).then(function (answer) {
      return answer.text().then(function (text) {
        return { status: answer.status, page: new DOMParser().parseFromString(text, "text/html") };
      });
    });
  }

  function save() {
    if (sending || !dirty || !form() || "conflict" in form().dataset) return;
    var sent = photograph(form());
    sending = true; dirty = false;
    say("saving");
    ask("POST").then(function (answer) {
      sending = false;
      var saved = answer.status === 200 && answer.page.querySelector("form[data-autosave]");
      merge(answer.page, sent);
      if (saved) { say(dirty ? "unsaved" : "saved"); if (dirty) plan(IDLE); }
      else {
        var another = answer.page.getElementById("somebody_elses"), ended = answer.status === 401 || another;
        dirty = true;
        say("conflict" in form().dataset ? "stopped" : another ? "another" : ended ? "ended" : "refused");
        if (ended && Date.now() - touched < AWAKE) plan(AGAIN);
      }
    }).catch(function () { sending = false; dirty = true; say("offline"); plan(AGAIN); });
  }

  // Looks now and then what colleagues wrote.
  setInterval(function () {
    if (!form() || dirty || sending || document.hidden || "conflict" in form().dataset || Date.now() - touched > AWAKE) return;
    var seen = photograph(form());
    ask("GET").then(function (answer) { if (answer.status === 200 && !dirty) merge(answer.page, seen); }).catch(function () {});
  }, LOOK);

  document.addEventListener("input", function (event) {
    if (!event.target.closest("form[data-autosave]")) return;
    touched = Date.now(); dirty = true;
    if ("conflict" in form().dataset) { say("stopped"); return; }
    say("unsaved"); plan(IDLE);
  });
  document.addEventListener("submit", function (event) { if (event.target.matches("form[data-autosave]")) { clearTimeout(timer); dirty = false; } });
  document.addEventListener("visibilitychange", function () { if (dirty) plan(0); });
  window.addEventListener("online", function () { if (dirty) plan(0); });
  window.addEventListener("beforeunload", function (event) { if (dirty || sending) event.preventDefault(); });
})();
