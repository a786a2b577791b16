// How much is selected on Distribute: the boxes of the page, and what its hidden fields keep.
(function () {
  "use strict";
  function count() {
    var out = document.getElementById("chosen"), words = out.dataset;
    var whole = new Set(), single = new Set(), parts = [];
    function each(what, see) { out.closest("form").querySelectorAll(what).forEach(see); }
    function say(number, forms) {
      if (number) parts.push(forms.split("|")[number > 1 ? 1 : 0].replace("#", number.toLocaleString("en-US")));
    }
    each("[name=school][type=hidden], [name=school]:checked", function (box) { whole.add(box.value); });
    each("[name=kept]", function (one) {
      var ids = one.value.split(" ");
      if (!whole.has(decodeURIComponent(ids.shift()))) ids.forEach(function (id) { single.add(id); });
    });
    each("[name=tracker]", function (box) {
      if (box.checked && !whole.has(box.dataset.of)) single.add(box.value); else single.delete(box.value);
    });
    say(whole.size, words.schools);
    say(single.size, words.trackers);
    var text = document.getElementById("district").checked ? words.district
      : parts.length ? words.words + parts.join(", ") : words.none;
    if (out.textContent.trim() !== text) out.textContent = text;
  }
  // What is selected is kept with the page's place in the history, for Back and for loading it again.
  function keep() {
    var form = document.getElementById("selection").form;
    var state = { selected: new URLSearchParams(new FormData(form)).toString() };
    try { history.replaceState(Object.assign({}, history.state, state), ""); } catch (tooLarge) { return; }
  }
  var touched = false; // what somebody ticks while it is brought goes before it
  function bring() {
    var kept = history.state && history.state.selected, address = document.getElementById("find").getAttribute("hx-post");
    if (!kept) return;
    fetch(address, { method: "POST", headers: { "HX-Request": "true" }, body: new URLSearchParams(kept) })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (text) {
        var fresh = new DOMParser().parseFromString(text, "text/html").getElementById("schools");
        if (!fresh || touched) return;
        document.getElementById("schools").replaceWith(fresh);
        window.htmx.process(fresh);
      });
  }
  document.addEventListener("change", function () { touched = true; setTimeout(function () { count(); keep(); }, 0); });
  window.addEventListener("pageshow", function () { count(); bring(); }); // a browser ticks boxes again by itself
  new MutationObserver(count).observe(document.getElementById("selection"), { childList: true, subtree: true });
})();
