// What was typed into a result sheet and is not saved yet: ids and values, kept in this browser for
// one person. It goes once it is saved, when they sign out, and after seven days.
(function () {
  "use strict";
  var WEEK = 604800000, ALL = "plumbline.sheet.";
  var person = document.body.dataset.person, own = ALL + person + ".";
  var channel = window.BroadcastChannel && new BroadcastChannel("plumbline");

  function names(start) {
    try { return Object.keys(localStorage).filter(function (name) { return name.startsWith(start); }); } catch (_) { return []; }
  }
  function read(name) { try { return JSON.parse(localStorage.getItem(name)); } catch (_) { return null; } }
  function forget(name) { try { localStorage.removeItem(name); } catch (_) { /* there is nothing */ } }

  names(ALL).forEach(function (name) {
    var entry = read(name);
    if (!entry || !(Date.now() - entry.at < WEEK)) forget(name);
  });

  window.plumblineKept = {
    person: person,
    // Gives [name, entry] of each student of a sheet, what was typed last at the end.
    of: function (tracker, given) {
      return names(own).map(function (name) { return [name, read(name)]; }).filter(function (pair) {
        return pair[1] && pair[1].tracker === tracker && pair[1].given === given;
      }).sort(function (one, other) { return one[1].at - other[1].at; });
    },
    // Keeps an entry under a name of its own; false where the browser keeps nothing.
    keep: function (name, entry) {
      try { localStorage.setItem(own + name, JSON.stringify(entry)); return true; } catch (_) { return false; }
    },
    forget: function (name) { forget(name.startsWith(ALL) ? name : own + name); },
    // Is called when this person signs out: with true from this very page, else from another.
    leaves: null
  };
  function leave(here) { if (window.plumblineKept.leaves) window.plumblineKept.leaves(here); }
  if (channel) channel.onmessage = function (event) { if (event.data === person) leave(false); };

  document.addEventListener("submit", function (event) {
    var text = event.target.dataset.signOut;
    if (!text) return;
    if (names(own).length && !window.confirm(text)) { event.preventDefault(); event.stopPropagation(); return; }
    names(own).forEach(forget);
    if (channel) channel.postMessage(person);
    leave(true);
  }, true);

  // Leads to a sheet with answers that wait, or deletes them: a sheet may be closed to one by now.
  var note = document.getElementById("kept"), first;
  function lead() {
    first = names(own).map(read)[0];
    note.hidden = !first;
    if (!first) return;
    var link = note.querySelector("a");
    link.href = link.dataset.sheets + "/" + encodeURIComponent(first.tracker) + "/" + encodeURIComponent(first.given);
  }
  if (note && !document.querySelector("form[data-grid]")) {
    lead();
    var button = document.createElement("button");
    button.type = "button"; button.className = "plain"; button.textContent = note.dataset.delete;
    note.querySelector("p").append(" ", button);
    button.addEventListener("click", function () {
      if (!window.confirm(note.dataset.ask)) return;
      window.plumblineKept.of(first.tracker, first.given).forEach(function (pair) { forget(pair[0]); });
      lead();
    });
  }
})();
