// Lets a page of one's own, such as a jsPsych timeline, take part in an adaptive experiment: copy this file beside the page.
//
//   import { AepsychSession } from "./jspsych-aepsych.js";
//   const session = await AepsychSession.join("https://lab.example.org", "contrast", { participant: "P07" });
//   await jsPsych.run([session.loop(trial, (data) => data.response === 0 ? 1 : 0, jsPsychCallFunction)]);
//
// In the trial, session.parameters has the values that the strategy asks for: {contrast: [0.12]}.

const FIRST_RETRY = 500;
const LAST_RETRY = 8000;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function post(address, token, body) {
  for (let pause = FIRST_RETRY; ; pause = Math.min(2 * pause, LAST_RETRY)) {
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(body),
      });
      if (answer.ok) return await answer.json();
      if (answer.status < 500 && answer.status !== 429) throw new RangeError((await answer.json()).detail);
    } catch (error) {
      if (error instanceof RangeError) throw error;
    }
    await wait(pause);
  }
}

/** Lets somebody hear the data of each trial, which still does what it does itself at its end. */
function heard(node, hear, inherited) {
  const atEnd = node.on_finish ?? inherited;
  if (node.timeline) return { ...node, timeline: node.timeline.map((inner) => heard(inner, hear, atEnd)) };
  return {
    ...node,
    on_finish: (data) => {
      hear(data);
      return atEnd?.(data);
    },
  };
}

/** A participant's session. Trials are numbered: what is sent twice counts once. */
export class AepsychSession {
  #address;
  #token;
  #next;

  constructor(address, token, next) {
    this.#address = address;
    this.#token = token;
    this.#next = next;
  }

  /** Joins an experiment, or goes on after the page was loaded again. */
  static async join(server, experiment, facts = {}) {
    const address = `${server.replace(/\/$/, "")}/api/sessions/${encodeURIComponent(experiment)}`;
    const kept = `aepsych ${address}`;
    const known = sessionStorage.getItem(kept);
    if (known) return new AepsychSession(address, known, await post(`${address}/next`, known, {}));
    const joined = await post(address, "", facts);
    sessionStorage.setItem(kept, joined.token);
    return new AepsychSession(address, joined.token, joined.next);
  }

  get finished() {
    return this.#next.finished;
  }

  get trial() {
    return this.#next.trial;
  }

  get practice() {
    return this.#next.practice;
  }

  /** The values that the strategy asks for, each in a list; of two values for a pair. */
  get parameters() {
    return this.#next.parameters;
  }

  /** Reports an answer: an outcome, or yes, no or a place, as the experiment's task asks; times are in seconds. */
  async answer(answer, responseTime = 0, measured = {}) {
    const body = { ...measured, trial: this.#next.trial, answer, response_time: responseTime };
    const { next, correct } = await post(`${this.#address}/answer`, this.#token, body);
    this.#next = next;
    return correct;
  }

  /**
   * A timeline node that repeats a trial until the session is finished.
   *
   * @param trial a trial, or a timeline, of jsPsych
   * @param answerOf turns the data of the last trial into an answer
   * @param callFunction the plugin jsPsychCallFunction
   */
  loop(trial, answerOf, callFunction) {
    let last = {};
    return {
      timeline: [
        heard(trial, (data) => {
          last = data;
        }),
        {
          type: callFunction,
          async: true,
          func: (done) => this.answer(answerOf(last), (last.rt ?? 0) / 1000).then(done),
        },
      ],
      conditional_function: () => !this.finished,
      loop_function: () => !this.finished,
    };
  }
}
