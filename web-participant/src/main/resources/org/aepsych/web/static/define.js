// What forms of definitions do beyond their fields: bimatrix games are edited cell by cell, and what is entered is
// checked by the server while it is being entered. Without scripts games are a text, and all is checked when it is sent.

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(\/\d+)?$/;
const PAUSE = 600;

// --- games as text and as cells: text is what is sent, cells are how it is shown ---

function cellOf(text) {
  const parts = text.trim().split(/\s*[,;]\s*/);
  return parts.length === 2 ? parts : [parts[0] ?? "", ""];
}

function readGames(text) {
  return text
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .filter((block) => block.trim())
    .map((block) => {
      const [name, ...lines] = block.split("\n").map((line) => line.trim());
      const rows = lines.map((line) =>
        (line.includes("|") ? line.split("|") : line.replace(/\s*,\s*/g, ",").split(/\s+/)).map(cellOf),
      );
      const width = Math.max(1, ...rows.map((row) => row.length));
      rows.forEach((row) => {
        while (row.length < width) row.push(["", ""]);
      });
      return { name, rows: rows.length ? rows : [[["", ""]]] };
    });
}

function writeGames(games) {
  return games
    .map(({ name, rows }) => {
      const lines = rows.map((row) => row.map(([a, b]) => `${a.trim()}, ${b.trim()}`).join(" | "));
      return [name.trim() || "Game", ...lines].join("\n");
    })
    .join("\n\n")
    .concat("\n");
}

function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// A block copied from a spreadsheet: pairs in each cell, or the numbers of one player.
function readBlock(text) {
  const rows = text
    .replace(/\r/g, "")
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => line.split(line.includes("\t") ? "\t" : "|").map((cell) => cell.trim()));
  return rows.length > 1 || rows[0].length > 1 || /[,;]/.test(text) ? rows : undefined;
}

class GamesEditor {
  constructor(field) {
    this.field = field;
    this.games = readGames(field.value);
    this.root = element("div", { className: "games" });
    this.toggle = element("button", { type: "button", className: "button button--quiet button--small" }, "Edit as text");
    field.required = false;
    field.closest(".field").before(this.root, element("p", { className: "games__more" }, this.more(), this.toggle));
    this.toggle.addEventListener("click", () => this.show(!this.root.hidden));
    document.querySelectorAll("a[data-game]").forEach((link) => link.addEventListener("click", (event) => {
      event.preventDefault();
      this.games.push(...readGames(link.dataset.game));
      this.changed();
      this.focus(this.games.length - 1, 0, 0, 0);
    }));
    this.show(false);
  }

  more() {
    const add = element("button", { type: "button", className: "button button--quiet button--small" }, "Add a game");
    add.addEventListener("click", () => {
      const empty = () => [["", ""], ["", ""]];
      this.games.push({ name: `Game ${this.games.length + 1}`, rows: [empty(), empty()] });
      this.changed();
      this.focus(this.games.length - 1, 0, 0, 0);
    });
    return add;
  }

  show(asText) {
    this.games = readGames(this.field.value);
    this.root.hidden = asText;
    this.field.closest(".field").hidden = !asText;
    this.toggle.textContent = asText ? "Edit as tables" : "Edit as text";
    this.render();
  }

  changed() {
    this.write();
    this.render();
  }

  write() {
    this.field.value = writeGames(this.games);
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  render() {
    this.root.replaceChildren(...this.games.map((game, index) => this.table(game, index)));
  }

  table(game, index) {
    const id = `game-${index + 1}`;
    const name = element("input", { type: "text", id: `${id}-name`, value: game.name, maxLength: 200 });
    name.addEventListener("input", () => {
      game.name = name.value.replace(/\s+/g, " ");
      this.write();
    });
    const width = game.rows[0].length;
    const head = element("tr", {}, element("td"));
    for (let column = 0; column < width; column++) {
      head.append(element("th", { scope: "col" }, `Column ${column + 1} `, this.remover(`column ${column + 1}`, width > 1, () => {
        game.rows.forEach((row) => row.splice(column, 1));
        this.changed();
        this.focus(index, 0, Math.max(0, column - 1), 0);
      })));
    }
    const body = game.rows.map((row, r) => {
      const line = element("tr", {}, element("th", { scope: "row" }, `Row ${r + 1} `, this.remover(`row ${r + 1}`, game.rows.length > 1, () => {
        game.rows.splice(r, 1);
        this.changed();
        this.focus(index, Math.max(0, r - 1), 0, 0);
      })));
      row.forEach((cell, c) => line.append(element("td", {}, this.number(index, r, c, 0), element("span", { ariaHidden: "true" }, ", "), this.number(index, r, c, 1))));
      return line;
    });
    const button = (label, act) => {
      const made = element("button", { type: "button", className: "button button--quiet button--small" }, label);
      made.addEventListener("click", act);
      return made;
    };
    return element(
      "section",
      { className: "game", ariaLabel: `Game ${index + 1}` },
      element("div", { className: "field" }, element("label", { htmlFor: name.id }, `Name of game ${index + 1}`), name),
      element("div", { className: "scroll" }, element("table", { className: "grid-editor" }, element("thead", {}, head), element("tbody", {}, ...body))),
      element(
        "div",
        { className: "game__actions" },
        button("Add a row", () => {
          game.rows.push(game.rows[0].map(() => ["", ""]));
          this.changed();
          this.focus(index, game.rows.length - 1, 0, 0);
        }),
        button("Add a column", () => {
          game.rows.forEach((row) => row.push(["", ""]));
          this.changed();
          this.focus(index, 0, width, 0);
        }),
        button("Remove this game", () => {
          this.games.splice(index, 1);
          this.changed();
        }),
      ),
    );
  }

  remover(what, possible, act) {
    const made = element("button", { type: "button", className: "remover", disabled: !possible, ariaLabel: `Remove ${what}`, title: `Remove ${what}` }, "×");
    made.addEventListener("click", act);
    return made;
  }

  number(g, r, c, player) {
    const input = element("input", {
      type: "text",
      inputMode: "text",
      autocomplete: "off",
      className: player === 0 ? "own" : "other",
      value: this.games[g].rows[r][c][player],
      ariaLabel: `Row ${r + 1}, column ${c + 1}: what the ${player === 0 ? "row" : "column"} player gets`,
    });
    input.dataset.place = `${g} ${r} ${c} ${player}`;
    const judge = () => (input.ariaInvalid = input.value.trim() && !NUMBER.test(input.value.trim()) ? "true" : "false");
    judge();
    input.addEventListener("input", () => {
      this.games[g].rows[r][c][player] = input.value;
      judge();
      this.write();
    });
    input.addEventListener("paste", (event) => this.paste(event, g, r, c, player));
    input.addEventListener("keydown", (event) => this.move(event, g, r, c, player));
    return input;
  }

  paste(event, g, r, c, player) {
    const block = readBlock(event.clipboardData.getData("text"));
    if (!block) return;
    event.preventDefault();
    const { rows } = this.games[g];
    const width = Math.max(rows[0].length, c + Math.max(...block.map((line) => line.length)));
    while (rows.length < r + block.length) rows.push([]);
    rows.forEach((row) => {
      while (row.length < width) row.push(["", ""]);
    });
    block.forEach((line, i) => line.forEach((text, j) => {
      if (/[,;]/.test(text)) rows[r + i][c + j] = cellOf(text);
      else rows[r + i][c + j][player] = text;
    }));
    this.changed();
    this.focus(g, r, c, player);
  }

  move(event, g, r, c, player) {
    const { selectionStart: start, selectionEnd: end, value } = event.target;
    const atStart = start === 0 && end === 0;
    const atEnd = start === value.length && end === value.length;
    const place = c * 2 + player;
    const steps = {
      ArrowUp: [r - 1, place],
      ArrowDown: [r + 1, place],
      Enter: [r + (event.shiftKey ? -1 : 1), place],
      ArrowLeft: atStart ? [r, place - 1] : undefined,
      ArrowRight: atEnd ? [r, place + 1] : undefined,
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (step[1] >= 0) this.focus(g, step[0], Math.floor(step[1] / 2), step[1] % 2);
  }

  focus(...place) {
    const input = this.root.querySelector(`[data-place="${place.join(" ")}"]`);
    input?.focus();
    input?.select();
  }
}

document.querySelectorAll("textarea[data-games]").forEach((field) => new GamesEditor(field));

// --- rows that are added and removed; the server does the same for who has no scripts ---

class Rows {
  constructor(root) {
    this.root = root;
    this.kind = root.dataset.rows;
    this.template = root.querySelector("template");
    root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-add], [data-remove]");
      if (!button || button.closest("[data-rows]") !== root) return;
      event.preventDefault();
      if ("add" in button.dataset) this.add();
      else this.remove(button.closest("[data-row]"));
    });
    this.number();
  }

  rows() {
    return [...this.root.querySelectorAll("[data-row]")];
  }

  add() {
    const row = this.template.content.firstElementChild.cloneNode(true);
    row.querySelectorAll("input:not([type=checkbox])").forEach((input) => (input.value = ""));
    this.template.before(row);
    this.number();
    row.querySelector("input, select").focus();
    this.changed();
  }

  remove(row) {
    const next = row.nextElementSibling?.matches("[data-row]") ? row.nextElementSibling : row.previousElementSibling;
    row.remove();
    this.number();
    next?.querySelector("input, select")?.focus();
    this.changed();
  }

  number() {
    const rows = this.rows();
    rows.forEach((row, index) => {
      const number = index + 1;
      const renamed = (text) => text.replace(new RegExp(`^${this.kind}\\d+`), `${this.kind}${number}`);
      row.querySelectorAll("[data-number]").forEach((place) => (place.textContent = number));
      row.querySelectorAll("[id], [name], label[for], [data-remove]").forEach((part) => {
        for (const attribute of ["id", "name", "for", "value"]) {
          const text = part.getAttribute(attribute);
          if (text !== null && (attribute !== "value" || "remove" in part.dataset)) part.setAttribute(attribute, renamed(text));
        }
      });
      row.querySelector("[data-remove]").hidden = rows.length === 1;
    });
  }

  changed() {
    this.root.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

document.querySelectorAll("[data-rows]").forEach((root) => new Rows(root));
document.querySelectorAll(".noscript").forEach((part) => (part.hidden = true));

// --- checked while it is being entered ---

function showProblems(form, problems, notes) {
  form.querySelectorAll(".problem").forEach((old) => old.remove());
  form.querySelectorAll("[data-wrong]").forEach((field) => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("data-wrong");
    field.setAttribute("aria-describedby", field.dataset.described ?? "");
  });
  const verdict = form.querySelector("[data-verdict]");
  for (const { field: name, line, text } of problems) {
    const found = form.elements.namedItem(name);
    const field = found instanceof RadioNodeList ? found[0] : found;
    const place = found instanceof RadioNodeList ? document.getElementById(name)?.querySelector(".options") : field?.closest?.(".field, .check");
    if (!place) continue;
    const id = `problem-${name}-${place.querySelectorAll(".problem").length}`;
    const note = element("p", { className: "problem error", id }, line ? `Line ${line}: ${text}` : text);
    (place.hidden ? place.previousElementSibling ?? place : place).append(note);
    field.dataset.described ??= field.getAttribute("aria-describedby") ?? "";
    field.dataset.wrong = "";
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
  }
  form.querySelector("[data-notes]")?.replaceChildren(...notes.map((note) => element("li", {}, note)));
  if (verdict) {
    verdict.classList.toggle("verdict--good", problems.length === 0);
    verdict.textContent =
      problems.length === 0 ? "Everything is in order." : problems.length === 1 ? "One thing is not right yet." : `${problems.length} things are not right yet.`;
  }
}

document.querySelectorAll("form[data-check]").forEach((form) => {
  let waiting;
  let latest = 0;
  const check = async () => {
    const mine = ++latest;
    const answer = await fetch(form.dataset.check, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
    if (!answer.ok || answer.redirected || mine !== latest) return;
    const { problems, notes = [], file } = await answer.json();
    showProblems(form, problems, notes);
    const text = form.dataset.file && document.getElementById(form.dataset.file);
    if (text && (text.value === "" || text.value === (text.dataset.written ?? text.defaultValue))) {
      text.value = file;
      text.dataset.written = file;
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => check().catch(() => {}), PAUSE);
  });
});
