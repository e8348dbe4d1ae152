// The evidence page works without this script, by its links; with it, a citation opens its article
// beside the brief and shows which of its sentences state what the picked sentence states.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  document.addEventListener("DOMContentLoaded", () => {
    const wide = matchMedia("(min-width: 64rem)");
    const brief = document.getElementById("brief");
    const reader = document.getElementById("articles");
    const close = reader.querySelector(".close");
    const tabs = reader.querySelector(".tabs");
    const steps = reader.querySelector(".steps");
    const lit = new Set(); // the picked sentence's row and line
    let open = null; // the article shown
    let pick = null; // the number of the picked sentence that it was opened for
    let marks = []; // in it, the stretches that state the picked sentence
    let here = -1; // which of them is looked at
    let from = null; // the link that opened it
    let settled = false; // nothing moves by itself while the page opens

    // Where a name in the address leads: an article, and a stretch of it if it names one.
    function place(name) {
      const target = name ? document.getElementById(name) : null;
      const article = target?.closest(".article");
      return article ? { article, mark: target === article ? null : target } : null;
    }

    function light(number) {
      for (const part of lit) part.classList.remove("is-lit");
      lit.clear();
      if (!number) return;
      for (const part of brief.querySelectorAll(`[data-pick="${number}"]:is(.line, tr)`)) {
        part.classList.add("is-lit");
        lit.add(part);
      }
    }

    function look(index, { move }) {
      marks[here]?.classList.remove("is-here");
      here = index;
      const mark = marks[here];
      mark?.classList.add("is-here");
      steps.hidden = marks.length < 2;
      steps.querySelector("output").value = `{{ step }}`;
      steps.firstElementChild.disabled = here <= 0;
      steps.lastElementChild.disabled = here >= marks.length - 1;
      if (!reader.checkVisibility()) return;
      const down = mark ? mark.getBoundingClientRect().top - open.getBoundingClientRect().top : 0;
      const third = reader.clientHeight / 3;
      const top = down < 2 * third ? 0 : open.offsetTop + down - third;
      reader.scrollTo({ top, behavior: settled ? "auto" : "instant" });
      if (move) (mark ?? open).focus({ preventScroll: true });
    }

    // Say of links whether they are the ones whose target is shown.
    function current(links, shown) {
      for (const link of links) {
        if (shown(link)) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }

    function show({ article, mark }, number, { move }) {
      for (const part of marks) part.classList.remove("is-lit", "is-here");
      if (open !== article) {
        open?.classList.remove("is-open");
        open = article;
        open.classList.add("is-open");
        current(tabs.querySelectorAll(".chip"), (tab) => tab.hash === `#${open.id}`);
        const tab = tabs.querySelector("[aria-current]");
        if (tab) tabs.scrollTo({ left: tab.offsetLeft - tabs.clientWidth / 2 });
      }
      pick = number ?? mark?.dataset.picks?.split(" ")[0];
      marks = pick ? [...open.querySelectorAll(`mark[id][data-picks~="${pick}"]`)] : [];
      if (mark && !marks.includes(mark)) marks = [mark];
      for (const part of marks) part.classList.add("is-lit");
      light(pick);
      current(brief.querySelectorAll(".chip, a.cell"), (link) => {
        return link.dataset.pick === pick && place(link.hash.slice(1))?.article === open;
      });
      here = -1;
      look(marks.indexOf(mark), { move });
    }

    function sheet(opened) {
      reader.classList.toggle("is-open", opened);
      brief.inert = opened && !wide.matches;
    }

    // Follow the address: on a load, on Back and Forward, and on links that we do not take over.
    function follow(number, how) {
      const name = location.hash.slice(1);
      const found = place(name);
      sheet(Boolean(found) || name === reader.id);
      if (found) show(found, number, how);
      else if (name === reader.id) reader.focus();
      return Boolean(found);
    }

    function leave() {
      if (!wide.matches && reader.classList.contains("is-open")) {
        sheet(false);
        history.pushState(null, "", "#brief");
      }
      from?.focus();
    }

    function hush() {
      for (const line of brief.querySelectorAll(".line")) {
        line.classList.remove("is-pinned");
        line.querySelector(".who").setAttribute("aria-expanded", "false");
      }
    }

    function pin(line) {
      const pinned = line.classList.contains("is-pinned");
      hush();
      line.classList.toggle("is-pinned", !pinned);
      line.querySelector(".who").setAttribute("aria-expanded", String(!pinned));
    }

    document.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the reader wants another tab
      const link = event.target.closest("a[href^='#']");
      const line = event.target.closest(".line");
      if (link && place(link.hash.slice(1))) {
        event.preventDefault();
        from = brief.contains(link) ? link : from;
        line?.classList.add("is-hushed");
        hush();
        history.pushState({ pick: link.dataset.pick }, "", link.hash);
        follow(link.dataset.pick, { move: true });
      } else if (link?.hash.startsWith("#p")) {
        sheet(false); // the address moves by itself, and the brief is seen again
        light(link.hash.slice(2));
      } else if (line && !link && getSelection().isCollapsed) {
        pin(line);
      } else if (!link) {
        hush();
      }
    });

    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const line = document.activeElement?.closest(".line") ?? brief.querySelector(".line:hover");
      if (reader.contains(document.activeElement)) leave();
      else line?.classList.add("is-hushed");
      hush();
    });

    for (const kind of ["pointerover", "focusin"]) {
      brief.addEventListener(kind, (event) => {
        light(event.target.closest("[data-pick]")?.dataset.pick ?? pick);
      });
    }
    for (const line of brief.querySelectorAll(".line")) {
      for (const kind of ["pointerleave", "focusin"]) {
        line.addEventListener(kind, () => line.classList.remove("is-hushed"));
      }
    }
    for (const step of steps.querySelectorAll(".step")) {
      step.addEventListener("click", () => look(here + Number(step.dataset.step), { move: false }));
    }
    close.addEventListener("click", leave);
    wide.addEventListener("change", () => sheet(reader.classList.contains("is-open")));
    addEventListener("popstate", (event) => follow(event.state?.pick, { move: true }));

    // A page that was opened without an address shows where its first sentence comes from.
    if (!follow(history.state?.pick, { move: false })) {
      const first = brief.querySelector(".line .chip.own") ?? tabs.querySelector(".chip");
      const found = place(first?.hash.slice(1));
      if (found) show(found, first.dataset.pick, { move: false });
    }
    settled = true;
  });
})();
