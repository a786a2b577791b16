// Makes a grid for fast typing of the plain result sheet. The sheet works without it.
(function () {
  "use strict";
  var form = document.querySelector("form[data-grid]"), tools = document.getElementById("grid-tools");
  if (!form || !tools || !window.plumblineSaving) return;
  var sheet = JSON.parse(form.dataset.grid), words = JSON.parse(form.dataset.words);
  var FIRST = 2, LAST = FIRST + sheet.items.length - 1, RESULT = LAST + 1, SAVED = LAST + 2, UNDONE = 200, DAY_PAUSE = 2000;
  var forms = sheet.forms.length > 1, table = form.querySelector("table.sheet"), body = table.tBodies[0];
  if (!sheet.students.length) return;
  var at = { row: 0, col: FIRST }, began = FIRST, editor = null, acts = [], drawn = 0;
  function part(id) { return document.getElementById(id); }
  function fill(text) { var said = arguments; return text.replace(/\{(\d)\}/g, function (_, n) { return said[n]; }); }
  function many(pair, count) { return fill.apply(null, [pair[count === 1 ? 0 : 1]].concat([].slice.call(arguments, 1))); }
  function make(tag, text, kind) { var made = document.createElement(tag); if (text) made.textContent = text; if (kind) made.className = kind; return made; }

  // -- the table ----------------------------------------------------------------------------------

  var names = Array.from(body.rows).map(function (line) { return line.cells[0].querySelector("bdi").textContent; });
  var cells = [];
  // Style makes boxes of rows, so each part says what it is of a table.
  function be(part, role, kind) { part.setAttribute("role", role); if (kind) part.classList.add(kind); return part; }
  function build() {
    var head = be(make("tr"), "row"), fresh = be(make("tbody"), "rowgroup");
    function heading(text, id, kind) {
      var made = be(make("th", text), "columnheader", kind); made.scope = "col"; made.id = id; head.append(made);
    }
    function kindOf(col) { return col < FIRST ? ["g-status", "g-form"][col] : col === RESULT ? "g-result" : col === SAVED ? "g-saved" : entry(col) === "text" ? "g-text" : ""; }
    heading(words.student, "g-student", "g-name"); heading(words.status, "g-status", "g-status");
    if (forms) heading(words.form, "g-form", "g-form");
    sheet.items.forEach(function (item, n) { heading(String(n + 1), "g" + (n + 1), kindOf(n + FIRST)); });
    heading(words.result, "g-result", "g-result"); heading(words.saved, "g-saved", "g-saved");
    Array.from(body.rows).forEach(function (line, place) {
      var made = be(make("tr"), "row"), who = be(line.cells[0], "rowheader", "g-name"), own = [];
      who.querySelectorAll("input").forEach(function (input) { input.remove(); });
      who.id = "g-r" + place;
      made.append(who);
      for (var col = 0; col <= SAVED; col += 1) {
        if (col === 1 && !forms) { own.push(null); continue; }
        var cell = be(made.insertCell(), "gridcell", kindOf(col));
        cell.tabIndex = -1;
        if (col >= RESULT) cell.setAttribute("aria-readonly", "true");
        own.push(cell);
      }
      cells.push(own); fresh.append(made);
    });
    table.querySelector("caption").classList.add("unseen");
    be(table.tHead, "rowgroup").replaceChildren(head);
    body.replaceWith(fresh); body = fresh;
    be(table, "grid", "grid");
    document.documentElement.classList.add("has-grid");
    form.querySelectorAll(".plain-way").forEach(function (each) { each.hidden = true; });
    document.querySelectorAll(".plain-way").forEach(function (each) { each.hidden = true; });
    tools.hidden = false;
  }
  function issue(row, col) { return "g-issue-" + row + "-" + col; }

  var saving = null;

  // -- what saving says ---------------------------------------------------------------------------

  var view = {
    draw: function (row, col) {
      var own = cells[row.place];
      if (col === -1) {
        write(own[RESULT], result(row)); write(own[SAVED], standing(row));
        own[SAVED].classList.toggle("g-unsaved", row.mine.size > 0);
        return;
      }
      var cell = own[col];
      if (!cell || (editor && editor.cell === cell)) return;
      var text = saving.value(row, col), wrong = row.bad.has(col) || row.met.has(col);
      write(cell, col === 0 ? words.statuses[text] || text : text);
      var spoken = col < FIRST ? "" : text === "-" ? words.left_out : text[0] === "=" ? fill(words.by_hand, text.slice(1)) : "";
      if (spoken) cell.setAttribute("aria-label", spoken); else if (cell.hasAttribute("aria-label")) cell.removeAttribute("aria-label");
      if (wrong) { cell.setAttribute("aria-invalid", "true"); cell.setAttribute("aria-describedby", issue(row.place, col)); }
      else if (cell.hasAttribute("aria-invalid")) { cell.removeAttribute("aria-invalid"); cell.removeAttribute("aria-describedby"); }
      if (col === 0) cell.parentNode.classList.toggle("g-away", text !== "present");
      write(own[SAVED], standing(row));
      own[SAVED].classList.toggle("g-unsaved", row.mine.size > 0);
    },
    state: function () {
      form.dataset.waits = saving ? saving.summary().waits : 0;
      if (!drawn) { drawn = 1; setTimeout(function () { drawn = 0; report(); }, 150); }
    },
    totals: function (fresh) {
      var place = part("entered");
      place.innerHTML = words.stages[fresh.state];
      place.append(" " + fill(words.entered, fresh.entered, fresh.students.length));
      if (fresh.given && !dayPause && day !== document.activeElement) day.value = fresh.given;
    },
    issues: function () {
      var list = make("ul"), found = 0;
      saving.rows.forEach(function (row) {
        row.bad.forEach(function (message, col) { found += 1; list.append(listed(row, col, message)); });
        row.met.forEach(function (theirs, col) { found += 1; list.append(decided(row, col, theirs)); });
      });
      part("grid-issues").querySelector("ul").replaceWith(list);
      part("grid-issues").hidden = !found;
      view.state();
    },
    // A note above the sheet: why nothing more is saved, what is wrong with the date, who came or left.
    ends: function (why, detail, date) {
      var place = part("grid-stop");
      if (date) day.value = date;
      place.hidden = !why;
      if (!why || place.dataset.why === why + detail) { place.dataset.why = why && why + detail; return; }
      place.dataset.why = why + detail;
      var text = make("p", why === "refused" || why === "given" ? detail || words.row.stopped : words[why]);
      if (why === "signed_out") text.append(" ", link(form.dataset.signIn, words.sign_in));
      else if (why !== "given" && why !== "locked") text.append(" ", link(location.href, words.load));
      place.replaceChildren(text);
      if (why === "another") view.stranger();
    },
    dropped: function (count) { say(many(words.dropped, count)); },
    stranger: function () { table.remove(); part("grid-issues").hidden = true; location.reload(); }
  };
  function standing(row) {
    var state = row.bad.size || row.met.size ? "check" : row.state;
    return words.row[state === "typed" && saving && saving.isStopped() ? "stopped" : state] || "";
  }
  function link(to, text) { var made = make("a", text); made.href = to; return made; }
  // A text that may not fit is clipped: how many letters do, by the kind of cell.
  var FITS = { "g-status": 8, "g-text": 15, "g-result": 20, "g-saved": 16 };
  function write(cell, text) {
    if (!cell || cell.textContent === text) return;
    cell.textContent = text;
    cell.classList.toggle("g-long", text.length > (FITS[cell.classList[0]] || 3));
  }
  function result(row) {
    var got = row.result;
    return got ? fill(words.result_of, got[0], got[1], got[2]) + " " + (got[3] || words.so_far) : "";
  }
  function called(row, col) { return col === 0 ? fill(words.place_status, names[row.place]) : col === 1 ? fill(words.place_form, names[row.place]) : fill(words.place, names[row.place], col - FIRST + 1); }
  function listed(row, col, message) {
    var line = make("li"), to = make("button", called(row, col), "plain");
    to.type = "button"; to.addEventListener("click", function () { go(row.place, col); });
    var text = make("span", message); text.id = issue(row.place, col);
    line.append(to, ": ", text);
    return line;
  }
  function decided(row, col, theirs) {
    var answers = col === 0 && saving.enters(row);
    function shown(text) { return col === 0 ? words.statuses[text] || text : text || words.nothing; }
    var said = answers ? fill(words.met_status, shown(theirs)) : fill(words.met, shown(saving.value(row, col)), shown(theirs));
    var line = listed(row, col, said), keep = make("button", words.keep), take = make("button", answers ? words.take_status : words.take);
    [keep, take].forEach(function (button) {
      button.type = "button"; button.setAttribute("aria-describedby", issue(row.place, col));
      button.addEventListener("click", function () { saving.decide(row, col, button === keep); go(row.place, col); });
      line.append(" ", button);
    });
    return line;
  }
  function say(text) { part("grid-said").textContent = text; }
  // What is said while nothing waits: an answer typed and taken back leaves nothing to save.
  report.saves = 0; report.rest = part("saved").textContent;
  function report() {
    var now = saving.summary(), text;
    if (now.stopped && now.waits) text = many(words.unsaved, now.waits);
    else if (now.issues) text = many(words.check, now.issues);
    else if (now.failed) text = many(words.offline, now.waits);
    else if (now.sending) text = words.sending;
    else if (now.waits || now.day) text = words.typing;
    else {
      if (now.saves !== report.saves) report.rest = fill(words.all_saved, new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }));
      report.saves = now.saves;
      text = report.rest;
    }
    if (!now.stores) text += " " + words.no_store;
    if (part("saved").textContent !== text) part("saved").textContent = text;
  }

  // -- where one is -------------------------------------------------------------------------------

  function clamp(n, low, high) { return Math.max(low, Math.min(high, n)); }
  function cellAt(row, col) { return cells[row][col]; }
  function go(row, col) {
    close(true);
    if (col === 1 && !forms) col = at.col > 1 ? 0 : FIRST;
    var from = at.row, next = { row: clamp(row, 0, cells.length - 1), col: clamp(col, 0, SAVED) };
    cellAt(at.row, at.col).tabIndex = -1;
    at = next;
    var cell = cellAt(at.row, at.col);
    cell.tabIndex = 0;
    // Browsers leave a cell where it is that is in view by a part; the rest may be below a frozen column.
    cell.focus({ preventScroll: true }); cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (from !== at.row) saving.leave(saving.rows[from]);
  }
  // Tab goes on in the next row; on the very last cell it leaves the sheet.
  function step(by) {
    var row = at.row, col = at.col + by;
    if (col === 1 && !forms) col += by;
    if (col > LAST) { row += 1; col = FIRST; }
    if (col < FIRST && by < 0 && row > 0 && at.col === FIRST) { row -= 1; col = LAST; }
    if (row >= cells.length || col < 0) return false;
    go(row, col);
    return true;
  }
  function down(by) { go(at.row + by, began); }

  // -- what is typed ------------------------------------------------------------------------------

  function entry(col) { return col < FIRST || col > LAST ? "" : sheet.items[col - FIRST][1]; }
  // Gives the text as it is kept, or a sentence that says why it cannot be.
  function read(col, typed) {
    var text = typed.trim().replace(/\s+/g, " "), item = sheet.items[col - FIRST], status;
    if (col === 0) {
      status = Object.keys(words.statuses).filter(function (each) { return text && (each.startsWith(text.toLowerCase()) || words.statuses[each].toLowerCase() === text.toLowerCase()); })[0];
      return status ? { text: status } : { wrong: words.no_status };
    }
    if (col === 1) return sheet.forms.indexOf(text.toUpperCase()) >= 0 ? { text: text.toUpperCase() } : { wrong: fill(words.no_form, sheet.forms.join(", ")) };
    if (item[1] === "truth" && /^[tf]$/i.test(text)) return { text: text.toUpperCase() };
    if (item[1] === "letters") return { text: text.toUpperCase() };
    if (item[1] === "letter" && /^[a-z]$/i.test(text)) {
      var letter = text.toUpperCase();
      if (letter.charCodeAt(0) - 64 <= item[2]) return { text: letter };
      return { text: letter, wrong: fill(words.letter, String.fromCharCode(64 + item[2])) };
    }
    return { text: text };
  }
  function enter(row, col, typed) {
    var said = read(col, typed), own = saving.rows[row], before = saving.value(own, col);
    if (said.text === before && !said.wrong) return true;
    if (said.wrong && said.text === undefined) { say(said.wrong); view.draw(own, col); return false; }
    note(makeAll([[own, col, said.text, said.wrong]]));
    if (said.wrong) say(said.wrong);
    return !said.wrong;
  }
  // Makes changes that are taken back together, each as [student, column, text]; those of several
  // students are saved at once. A status that an answer brings about is one of them.
  function makeAll(changes) {
    var several = changes.some(function (change) { return change[0].place !== at.row; }), statuses = new Map();
    var made = changes.map(function (change) {
      if (change[1] === 0) statuses.set(change[0], null); else if (!statuses.has(change[0])) statuses.set(change[0], saving.value(change[0], 0));
      return [change[0], change[1], saving.value(change[0], change[1]), change[2]];
    });
    changes.forEach(function (change) {
      if (change[3]) saving.refuse(change[0], change[1], change[2], change[3]); else saving.edit(change[0], change[1], change[2]);
      if (several) change[0].ready = true;
    });
    statuses.forEach(function (before, row) {
      var now = saving.value(row, 0);
      if (before !== null && now !== before) made.push([row, 0, before, now]);
    });
    if (several) saving.send();
    return made;
  }
  function note(changes) { if (changes.length) acts.push(changes); if (acts.length > UNDONE) acts.shift(); }
  // What somebody else changed since is not taken back.
  function undo() {
    var last = acts.pop(), own = (last || []).filter(function (change) { return saving.alike(saving.value(change[0], change[1]), change[3], change[1]); });
    if (!last) { say(words.nothing_to_undo); return; }
    makeAll(own.map(function (change) { return [change[0], change[1], change[2]]; }));
    go(last[0][0].place, last[0][1]);
    say(own.length === last.length ? words.undone : words.undone_partly);
  }
  function mark(status) {
    var row = saving.rows[at.row], now = saving.value(row, 0) === status ? "present" : status;
    note(makeAll([[row, 0, now]]));
    say(fill(words.is_now, names[at.row], words.statuses[now]));
  }
  function leaveOut() {
    var row = saving.rows[at.row], changes = [];
    for (var col = FIRST; col <= LAST; col += 1) if (!saving.value(row, col)) changes.push([row, col, "-"]);
    note(makeAll(changes));
    say(many(words.rest, changes.length, names[at.row]));
  }
  // The same for everybody who is present and has something entered.
  function leaveAllOut() {
    var changes = [];
    saving.rows.forEach(function (row) {
      var empty = [], any = false;
      for (var col = FIRST; col <= LAST; col += 1) if (saving.value(row, col)) any = true; else empty.push([row, col, "-"]);
      if (any && saving.value(row, 0) === "present") changes = changes.concat(empty);
    });
    note(makeAll(changes));
    say(many(words.all_rest, changes.length));
  }
  var deeds = { all: leaveAllOut, absent: function () { mark("absent"); }, exempt: function () { mark("exempt"); }, rest: leaveOut, undo: undo };

  // The field in which a cell is changed; for statuses and forms a list. `plain`: arrows move on.
  function open(text, plain, tapped) {
    if (at.col >= RESULT) return;
    close(true);
    var cell = cellAt(at.row, at.col), row = saving.rows[at.row], field;
    if (at.col < FIRST) {
      field = make("select");
      (at.col === 0 ? Object.keys(words.statuses) : sheet.forms).forEach(function (each) {
        field.append(new Option(at.col === 0 ? words.statuses[each] : each, each, false, each === saving.value(row, at.col)));
      });
    } else {
      field = make("input");
      field.value = text === undefined ? saving.value(row, at.col) : text;
      field.maxLength = 4000;
      if (entry(at.col) === "number") field.inputMode = "decimal";
      if (entry(at.col) === "text") field.dir = "auto";
      if (entry(at.col).startsWith("letter")) field.autocapitalize = "characters";
    }
    field.setAttribute("aria-labelledby", "g-r" + at.row + " " + (at.col === 0 ? "g-status" : at.col === 1 ? "g-form" : "g" + (at.col - FIRST + 1)));
    // Opened for a key that begins a composition, a field has nothing to keep until something is typed.
    editor = { cell: cell, field: field, plain: plain, row: at.row, col: at.col, waits: text === "" };
    field.addEventListener("input", function () {
      if (!editor || editor.field !== field) return;
      editor.waits = false;
      // A tapped field is on a screen's keyboard: there, too, a letter goes right.
      if (tapped && advance.checked && /^(letter|truth)$/.test(entry(at.col)) && /^[a-z-]$/i.test(field.value) && close(true) && step(1)) open(undefined, false, true);
    });
    cell.classList.add("g-open");
    cell.replaceChildren(field);
    field.focus();
    if (text === undefined && field.select) field.select();
    field.addEventListener("blur", function () { if (editor && editor.field === field) close(true); });
  }
  function close(keeps) {
    var own = editor;
    if (!own) return true;
    editor = null;
    var text = own.field.value, fits = true;
    own.cell.classList.remove("g-open");
    own.cell.replaceChildren();
    if (keeps && !own.waits) fits = enter(own.row, own.col, text);
    view.draw(saving.rows[own.row], own.col);
    return fits;
  }

  // -- keys ---------------------------------------------------------------------------------------

  var SIGNS = { "/": "absent", "*": "exempt", "_": "rest" };
  var CODES = { Slash: "absent", NumpadDivide: "absent", Digit8: "exempt", NumpadMultiply: "exempt", Minus: "rest" };
  function press(event) {
    var key = event.key, ctrl = event.ctrlKey || event.metaKey, col = at.col, done = true, typing = Boolean(editor);
    if (event.isComposing) return;
    if (key === "Process" || key === "Dead") { if (!typing && col >= FIRST && col < RESULT) open("", true); return; }
    if (event.altKey && !ctrl && CODES[event.code]) { close(true); deeds[CODES[event.code]](); cellAt(at.row, at.col).focus(); }
    else if (typing && key === "Escape") { close(false); cellAt(at.row, col).focus(); }
    // From the buttons above, which are for the answer that one is at, Tab leads back to it.
    else if (key === "Escape") tools.querySelector("summary").focus();
    else if (key === "F2" && event.shiftKey) { close(true); past.focus(); past.click(); }
    else if (key === "Tab" && !ctrl && !event.altKey) {
      if (!event.shiftKey && !press.tabs) { began = col; }
      press.tabs = true;
      close(true);
      done = step(event.shiftKey ? -1 : 1);
      if (!done) { cellAt(at.row, at.col).focus(); saving.leave(saving.rows[at.row]); }
    }
    else if (key === "Enter" && !ctrl && !event.altKey) { if (!press.tabs) began = col; close(true); down(event.shiftKey ? -1 : 1); press.tabs = false; }
    else if (typing && (!editor.plain || !key.startsWith("Arrow"))) return;
    else if (key === "ArrowRight" || key === "ArrowLeft") { press.tabs = false; close(true); arrow(key === "ArrowRight" ? 1 : -1, ctrl); }
    else if (key === "ArrowDown" || key === "ArrowUp") { press.tabs = false; var up = key === "ArrowUp"; go(ctrl ? (up ? 0 : cells.length - 1) : at.row + (up ? -1 : 1), col); }
    else if (key === "Home") { press.tabs = false; go(ctrl ? 0 : at.row, ctrl ? FIRST : at.col === FIRST ? 0 : FIRST); }
    else if (key === "End") { press.tabs = false; go(ctrl ? cells.length - 1 : at.row, LAST); }
    else if (key === "PageDown" || key === "PageUp") go(at.row + (key === "PageUp" ? -10 : 10), col);
    else if (key === "F2") open();
    else if (ctrl && key.toLowerCase() === "z" && !event.shiftKey) undo();
    else if (ctrl || event.altKey || col >= RESULT) return;
    else if (key === "Delete" || key === "Backspace") { if (col >= FIRST) enter(at.row, col, ""); }
    else if (key.length !== 1) return;
    else type(key, col);
    if (done) { event.preventDefault(); event.stopPropagation(); }
  }
  function arrow(by, far) {
    var col = far ? (by > 0 ? LAST : FIRST) : at.col + by;
    if (col === 1 && !forms) col += by;
    go(at.row, col);
  }
  function type(key, col) {
    var is = entry(col);
    if (SIGNS[key] && is !== "text") deeds[SIGNS[key]]();
    else if (col < FIRST) { if (key !== " ") enter(at.row, col, key); else open(); }
    else if (key === " ") { /* a space is no answer */ }
    else if ((is === "letter" || is === "truth") && /[a-z-]/i.test(key)) {
      if (is === "truth" && !/[tf-]/i.test(key)) { open(key, true); return; }
      if (enter(at.row, col, key) && part("grid-advance").checked) { if (!press.tabs) { began = col; press.tabs = true; } step(1); }
    } else open(key, true);
  }

  // -- from a spreadsheet -------------------------------------------------------------------------

  function paste(text) {
    var lines = readCells(text), wide = lines[0].length, changes = [], wrong = "", cols = [];
    for (var col = at.col; col <= LAST; col += 1) if (col !== 1 || forms) cols.push(col);
    if (lines.some(function (line) { return line.length !== wide; })) wrong = words.paste_ragged;
    else if (wide > cols.length) wrong = fill(words.paste_wide, wide, cols.length);
    else if (lines.length > cells.length - at.row) wrong = fill(words.paste_tall, lines.length, cells.length - at.row);
    if (!wrong) lines.forEach(function (line, n) {
      line.forEach(function (typed, m) {
        var said = typed.trim() && read(cols[m], typed), row = saving.rows[at.row + n];
        if (said && said.wrong && !wrong) wrong = fill(words.paste_wrong, n + 1, m + 1, said.wrong);
        if (said && said.text !== saving.value(row, cols[m])) changes.push([row, cols[m], said.text]);
      });
    });
    if (wrong) { say(wrong); return; }
    note(makeAll(changes));
    say(many(words.pasted, changes.length));
  }
  // Gives cells as spreadsheets copy them, without empty rows and columns at the end. A cell with a
  // line break or a tab in it stands in quotes.
  function readCells(text) {
    var lines = [[]], cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy, plain = text.replace(/\r\n?/g, "\n"), found;
    while (cell.lastIndex <= plain.length && (found = cell.exec(plain))) {
      lines[lines.length - 1].push(found[1] === undefined ? found[2] : found[1].replace(/""/g, '"'));
      if (!found[3]) break;
      if (found[3] === "\n") lines.push([]);
    }
    function empty(typed) { return !typed.trim(); }
    while (lines.length > 1 && lines[lines.length - 1].every(empty)) lines.pop();
    while (lines[0].length > 1 && lines.every(function (line) { return line.length === lines[0].length && empty(line[line.length - 1]); })) lines.forEach(function (line) { line.pop(); });
    return lines;
  }

  // -- listening ----------------------------------------------------------------------------------

  build();
  saving = window.plumblineSaving(form, sheet, view);
  saving.rows.forEach(function (row) {
    for (var col = 0; col <= LAST; col += 1) view.draw(row, col);
    view.draw(row, -1);
  });
  view.issues();
  cellAt(0, FIRST).tabIndex = 0;
  function placeOf(target) {
    var cell = target.closest && target.closest("td"), line = cell && cell.parentNode;
    if (!cell || line.parentNode !== body) return null;
    var row = line.sectionRowIndex;
    return { row: row, col: cells[row].indexOf(cell) };
  }
  body.addEventListener("keydown", press);
  body.addEventListener("mousedown", function (event) {
    var place = placeOf(event.target);
    if (!place || (editor && editor.cell.contains(event.target))) return;
    event.preventDefault(); press.tabs = false;
    go(place.row, place.col);
  });
  body.addEventListener("dblclick", function (event) { if (placeOf(event.target) && !editor) open(); });
  body.addEventListener("pointerup", function (event) {
    var place = event.pointerType === "touch" && placeOf(event.target);
    if (!place || (editor && editor.cell.contains(event.target))) return;
    press.tabs = false; go(place.row, place.col); open(undefined, false, true);
  });
  body.addEventListener("change", function (event) { if (event.target.tagName === "SELECT") { close(true); cellAt(at.row, at.col).focus(); } });
  body.addEventListener("focusin", function (event) {
    var place = placeOf(event.target);
    if (place && !editor && (place.row !== at.row || place.col !== at.col)) go(place.row, place.col);
  });
  body.addEventListener("focusout", function (event) { if (!body.contains(event.relatedTarget)) setTimeout(function () { if (!body.contains(document.activeElement)) saving.leave(saving.rows[at.row]); }, 0); });
  body.addEventListener("paste", function (event) {
    var text = event.clipboardData.getData("text/plain"), several = entry(at.col) === "text" ? /\t/ : /\t|\n(?=[^\n])/;
    if (editor && !several.test(text)) return;
    event.preventDefault(); close(false); paste(text); cellAt(at.row, at.col).focus();
  });
  body.addEventListener("copy", function (event) { if (!editor && !String(getSelection())) { event.preventDefault(); event.clipboardData.setData("text/plain", at.col < RESULT ? saving.value(saving.rows[at.row], at.col) : cellAt(at.row, at.col).textContent); } });
  tools.addEventListener("click", function (event) {
    var button = event.target.closest("[data-grid-act]");
    if (!button) return;
    close(true); deeds[button.dataset.gridAct](); cellAt(at.row, at.col).focus();
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); sendDay(); saving.flush(); });
  // A date that is typed is complete at every digit of its year: it is sent once one pauses or leaves it.
  var day = part("given"), dayPause = 0;
  function sendDay() {
    clearTimeout(dayPause);
    if (dayPause && day.value) saving.given(day.value);
    dayPause = 0;
  }
  day.addEventListener("change", function () { clearTimeout(dayPause); dayPause = setTimeout(sendDay, DAY_PAUSE); });
  day.addEventListener("blur", function () { sendDay(); if (!day.value) day.value = saving.date(); });
  document.addEventListener("visibilitychange", function () { if (document.hidden) sendDay(); });
  // The history is of the answer that one is at.
  var past = document.querySelector("a[data-history]"), whole = past.href;
  past.textContent = words.history;
  ["pointerdown", "focus"].forEach(function (name) {
    past.addEventListener(name, function () { past.href = whole + "?row=" + (at.row + 1) + (at.col >= FIRST && at.col <= LAST ? "&item=" + (at.col - FIRST + 1) : ""); });
  });
  var advance = part("grid-advance");
  try { advance.checked = localStorage.getItem("plumbline.advance") === "yes"; } catch (_) { /* it is kept for this page */ }
  advance.addEventListener("change", function () { try { localStorage.setItem("plumbline.advance", advance.checked ? "yes" : "no"); } catch (_) { /* as above */ } });
})();
