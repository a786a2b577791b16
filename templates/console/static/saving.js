// Saves a result sheet while somebody types: what is typed, what others entered, what waits for a
// connection. The grid shows it. A column is 0 for the status, 1 for the form, 2 for the first item.
(function () {
  "use strict";
  var FIRST = 2, PAUSE = 8000, LOOK = 45000, AWAKE = 1200000, TIMEOUT = 20000, LONGEST = 60000;

  // `view`: { draw(row, col), state(), issues(), ends(why, detail), dropped(count), stranger() }
  window.plumblineSaving = function (form, sheet, view) {
    var kept = window.plumblineKept, tracker = form.dataset.tracker, given = form.dataset.given;
    var window_ = Math.random().toString(36).slice(2, 10);
    var version = sheet.version, assessment = sheet.assessment, items = ids(sheet), tag = "", dated = sheet.given;
    var sending = null, saves = 0, failed = 0, timer = 0, pause = 0, stopped = "", touched = Date.now(), stores = true, day = null;
    var byId = {};
    var rows = sheet.students.map(function (id, place) {
      var row = byId[id] = { id: id, place: place, base: sheet.rows[place][0].split("\t"), result: sheet.rows[place][1],
        mine: new Map(), bad: new Map(), met: new Map(), tried: new Map(), ready: false, state: "" };
      return row;
    });

    function ids(of) { return of.items.map(function (item) { return item[0]; }); }
    function name(col) { return col < FIRST ? ["status", "form"][col] : items[col - FIRST]; }
    function column(field) { return field === "status" ? 0 : field === "form" ? 1 : items.indexOf(field) + FIRST; }
    function enters(row) { return Array.from(row.mine).some(function (pair) { return pair[0] >= FIRST && pair[1]; }); }

    // Whether the server writes both alike: letters, numbers and points have one form there.
    function alike(one, other, col) {
      var entry = col < FIRST ? "" : sheet.items[col - FIRST][1];
      function plain(text) {
        if (entry === "number") { var number = text.replace(",", ".").replace(/^=/, "#"); return isNaN(number) || !number.trim() ? number : String(Number(number)); }
        if (entry === "truth") return text.slice(0, 1).toUpperCase();
        return text.toUpperCase().replace(/[\s,]/g, "").split("").sort().join("");
      }
      return one === other || (entry && entry !== "text" && plain(one) === plain(other));
    }

    // What the sheet will say once all is saved: an answer makes an absent student present.
    function value(row, col) {
      if (row.mine.has(col)) return row.mine.get(col);
      if (col === 0 && row.base[0] !== "present" && enters(row)) return "present";
      return row.base[col];
    }

    // -- what this browser keeps ------------------------------------------------------------------

    function store(row) {
      var own = window_ + "." + row.place;
      if (!row.mine.size) { kept.forget(own); return; }
      var typed = {}, was = {};
      row.mine.forEach(function (text, col) { typed[name(col)] = text; was[name(col)] = row.met.has(col) ? null : row.base[col]; });
      stores = kept.keep(own, { tracker: tracker, given: given, student: row.id, at: Date.now(), typed: typed, was: was }) && stores;
    }

    // Takes over what an earlier page left unsaved; where somebody entered otherwise since, both are shown.
    function adopt() {
      var dropped = 0;
      kept.of(tracker, given).forEach(function (pair) {
        var entry = pair[1], row = byId[entry.student];
        Object.keys(entry.typed).forEach(function (field) {
          var col = column(field), text = entry.typed[field];
          if (!row || col < 0 || (col < FIRST && field !== "status" && field !== "form") || (col >= FIRST && items.indexOf(field) < 0)) { dropped += 1; return; }
          if (alike(row.base[col], text, col)) return;
          row.mine.set(col, text);
          if (row.base[col] !== entry.was[field]) row.met.set(col, row.base[col]);
        });
        if (row && row.mine.size) { row.ready = true; row.state = "typed"; store(row); }
        kept.forget(pair[0]);
      });
      return dropped;
    }

    // -- what is typed ----------------------------------------------------------------------------

    function edit(row, col, text) {
      if (text === row.base[col] && !(sending && sending.has(row)) && !row.tried.has(col)) row.mine.delete(col); else row.mine.set(col, text);
      if (col >= FIRST && text && row.mine.has(0) && row.mine.get(0) !== "present") {
        if (row.base[0] === "present") row.mine.delete(0); else row.mine.set(0, "present");
        view.draw(row, 0);
      }
      var issue = row.bad.delete(col) + row.met.delete(col);
      touched = Date.now();
      row.state = row.mine.size ? "typed" : "";
      store(row);
      view.draw(row, col);
      if (col !== 0 && row.base[0] !== "present") view.draw(row, 0);
      if (issue) view.issues();
      clearTimeout(pause);
      pause = setTimeout(flush, PAUSE);
      view.state();
    }
    function refuse(row, col, text, message) {
      row.mine.set(col, text); row.met.delete(col); row.bad.set(col, message);
      row.state = "typed"; store(row); view.draw(row, col); view.issues(); view.state();
    }
    function leave(row) { if (row.mine.size) { row.ready = true; next(); } }
    function flush() { rows.forEach(function (row) { if (row.mine.size) row.ready = true; }); next(); }

    // A conflict is decided: mine is sent as a change of what is there now, or theirs stays.
    function decide(row, col, mine) {
      row.met.delete(col);
      if (mine) { row.ready = true; store(row); view.draw(row, col); view.issues(); next(); return; }
      var cols = col === 0 && enters(row) ? Array.from(row.mine.keys()) : [col];
      cols.forEach(function (each) { row.mine.delete(each); row.bad.delete(each); row.met.delete(each); });
      row.state = row.mine.size ? "typed" : ""; store(row);
      cols.forEach(function (each) { view.draw(row, each); });
      view.draw(row, 0); view.issues(); view.state(); next();
    }

    // -- what others entered ----------------------------------------------------------------------

    function take(fresh, acknowledged) {
      if (fresh.person !== kept.person) { stop("another"); return; }
      if (fresh.version < version) return;
      if (ids(fresh).join() !== items.join()) { stop("changed"); return; }
      version = fresh.version; assessment = fresh.assessment; dated = fresh.given;
      fresh.students.forEach(function (id, place) {
        var row = byId[id], now = fresh.rows[place][0].split("\t"), was;
        if (!row) return;
        was = row.base; row.base = now; row.result = fresh.rows[place][1];
        var own = acknowledged && acknowledged.get(row);
        row.mine.forEach(function (text, col) {
          if (alike(now[col], text, col)) { row.mine.delete(col); row.met.delete(col); row.bad.delete(col); }
          // What was sent and not answered may have been saved: it is nobody else's.
          else if (now[col] !== was[col] && !(own && own.has(col)) && !(row.tried.get(col) || []).some(function (one) { return alike(now[col], one, col); })) { row.met.set(col, now[col]); row.bad.delete(col); }
        });
        // A colleague marks a student absent or exempt while answers wait: that is a conflict, too.
        if (now[0] !== "present" && now[0] !== was[0] && !(own && own.has(0)) && (row.tried.get(0) || []).indexOf(now[0]) < 0 && !row.mine.has(0) && enters(row)) { row.mine.set(0, "present"); row.met.set(0, now[0]); }
        for (var col = 0; col < now.length; col += 1) if (now[col] !== was[col] || row.mine.has(col)) view.draw(row, col);
        if (own || row.mine.size) store(row);
        if (!row.mine.size && row.state !== "saved") row.state = "";
        view.draw(row, -1);
      });
      view.totals(fresh);
      view.issues();
      if (sheet.processes.some(function (id) { return fresh.processes.indexOf(id) < 0; })) view.ends("locked");
      else if (fresh.students.length !== rows.length || fresh.students.some(function (id) { return !byId[id]; })) view.ends("students");
    }

    // -- sending ----------------------------------------------------------------------------------

    function sendable(row) {
      var found = new Map();
      if (!row.ready || row.met.has(0)) return found;
      row.mine.forEach(function (text, col) { if (!row.bad.has(col) && !row.met.has(col)) found.set(col, text); });
      // Somebody is absent and has answers: first the answers, then that.
      var answered = Array.from(found).some(function (pair) { return pair[0] >= FIRST && pair[1]; });
      if (answered && found.has(0) && found.get(0) !== "present") found.delete(0);
      // Answers make an absent student present; said, it meets a colleague who says otherwise.
      if (answered && !found.has(0) && row.base[0] !== "present") found.set(0, "present");
      return found;
    }
    // What stood there: where something was sent without an answer, it may be that by now.
    function before(row, cells) {
      return row.base.map(function (text, col) {
        var other = cells.get(col) === text && (row.tried.get(col) || []).filter(function (one) { return one !== text; })[0];
        return other || text;
      });
    }
    function next() {
      if (sending || stopped) { view.state(); return; }
      clearTimeout(timer);
      var wanted = new Map(), body = new URLSearchParams();
      rows.forEach(function (row) { var found = sendable(row); if (found.size) wanted.set(row, found); });
      if (!wanted.size && day === null) { view.state(); return; }
      body.set("person", kept.person); body.set("version", version); body.set("assessment_version", assessment); body.set("first", 1);
      if (day !== null) { body.set("given", day); body.set("was-given", "-"); }
      Array.from(wanted.keys()).forEach(function (row, n) {
        body.append("student", row.id); body.append("was", before(row, wanted.get(row)).join("\t"));
        wanted.get(row).forEach(function (text, col) { body.set(col < FIRST ? "sf"[col] + n : n + "." + (col - FIRST + 1), text); });
        wanted.get(row).forEach(function (text, col) { row.tried.set(col, (row.tried.get(col) || []).concat(text)); });
        row.state = "sending";
        view.draw(row, -1);
      });
      sending = wanted;
      view.state();
      ask("POST", body).then(function (answer) { sending = null; receive(answer, wanted, body.get("given")); }, function () { sending = null; fail(wanted); });
    }
    function ask(method, body) {
      var stop = new AbortController(), late = setTimeout(function () { stop.abort(); }, TIMEOUT);
      var headers = { "Accept": "application/json", "HX-Request": "true" };
      if (method === "GET" && tag) headers["If-None-Match"] = tag;
      return fetch(form.action, { method: method, headers: headers, body: body, signal: stop.signal, keepalive: Boolean(body) && String(body).length < 60000 }).then(function (answer) {
        var json = (answer.headers.get("Content-Type") || "").startsWith("application/json");
        return (json && answer.status !== 304 ? answer.json() : Promise.resolve(null)).then(function (said) {
          return { status: answer.status, said: said, tag: answer.headers.get("ETag") };
        });
      }).finally(function () { clearTimeout(late); });
    }

    function receive(answer, sent, sentDay) {
      var said = answer.said;
      if (answer.status >= 500 || answer.status === 429 || answer.status === 408) { fail(sent); return; }
      failed = 0;
      if (!said) { back(sent); stop(answer.status === 200 || answer.status === 401 ? "signed_out" : "refused"); return; }
      if (answer.status === 200) {
        saves += 1;
        if (sentDay !== null) { if (day === sentDay) day = null; view.ends(""); }
        sent.forEach(function (cells, row) {
          cells.forEach(function (text, col) { row.tried.delete(col); if (row.mine.get(col) === text) row.mine.delete(col); });
          row.ready = row.ready && row.mine.size > 0;
          row.state = row.mine.size ? "typed" : "saved";
          store(row);
        });
        take(said, sent);
        sent.forEach(function (_, row) { view.draw(row, -1); });
        next();
        return;
      }
      back(sent);
      if (said.code === "another_person") { stop("another"); return; }
      if (said.sheet) take(said.sheet);
      sent.forEach(function (_, row) { row.tried.clear(); });
      if (stopped) return;
      var met = said.code === "scores_changed_meanwhile" || said.code === "assessment_changed_meanwhile";
      var known = (said.wrong || []).filter(function (place) {
        if (place[1] === "given") { day = null; view.ends("given", place[2], dated); return true; }
        var row = !met && byId[place[0]], col = place[1] === "status" ? 0 : place[1] === "form" ? 1 : Number(place[1]) + FIRST - 1;
        if (!row || !sent.has(row)) return false;
        // What is wrong with a student as a whole stands at the first of their changes.
        if (!row.mine.has(col)) col = Array.from(row.mine.keys())[0];
        row.bad.set(col, place[2]);
        view.draw(row, col);
        return true;
      });
      view.issues();
      if (met) { next(); return; }
      if (known.length) next(); else stop("refused", said.detail);
    }
    function back(sent) { sent.forEach(function (_, row) { row.state = "typed"; view.draw(row, -1); }); }
    function fail(sent) {
      failed += 1;
      sent.forEach(function (_, row) { row.state = "offline"; view.draw(row, -1); });
      timer = setTimeout(next, Math.min(LONGEST, 1000 * Math.pow(2, Math.min(failed, 7))) * (0.75 + Math.random() / 2));
      view.state();
    }
    function stop(why, detail) {
      if (stopped === "another") return;
      stopped = why;
      view.ends(why, detail);
      rows.forEach(function (row) { if (row.mine.size) view.draw(row, -1); });
      view.state();
    }

    // -- when -------------------------------------------------------------------------------------

    function waits() { return rows.filter(function (row) { return row.mine.size; }).length; }
    function again() {
      if (stopped === "signed_out" || stopped === "refused") { stopped = ""; view.ends(""); }
      failed = 0; next();
    }
    setInterval(function () {
      if (document.hidden || sending || stopped || waits() || Date.now() - touched > AWAKE) return;
      var before = sending;
      ask("GET").then(function (answer) {
        if (answer.status === 200 && !answer.said) stop("signed_out");
        if (answer.status !== 200 || !answer.said || sending !== before) return;
        tag = answer.tag || "";
        take(answer.said);
      }).catch(function () {});
    }, LOOK);
    window.addEventListener("online", function () { if (!stopped) { failed = 0; next(); } });
    document.addEventListener("visibilitychange", function () { if (document.hidden) flush(); else if (stopped === "signed_out") again(); });
    window.addEventListener("beforeunload", function (event) { if (stopped !== "left" && stopped !== "another" && (waits() || sending || day !== null)) event.preventDefault(); });
    kept.leaves = function (here) {
      rows.forEach(function (row) { row.mine.clear(); store(row); });
      stopped = "left";
      if (!here) view.stranger();
    };

    var dropped = adopt();
    if (dropped) view.dropped(dropped);
    setTimeout(next, 0);

    return {
      rows: rows, value: value, edit: edit, refuse: refuse, leave: leave, decide: decide, flush: flush, send: next, again: again, alike: alike, enters: enters,
      given: function (text) { day = text === dated ? null : text; if (day === null) view.ends(""); next(); },
      isStopped: function () { return Boolean(stopped); }, date: function () { return dated; },
      summary: function () {
        var issues = rows.reduce(function (sum, row) { return sum + row.bad.size + row.met.size; }, 0);
        return { waits: waits(), saves: saves, sending: Boolean(sending), failed: failed, stopped: stopped, issues: issues, stores: stores, day: day !== null };
      }
    };
  };
})();
