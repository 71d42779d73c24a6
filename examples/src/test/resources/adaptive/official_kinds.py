"""Drives every kind of experiment with AEPsych's own Python client; prints a line for each thing that went well.

Usage: official_kinds.py HOST PORT
"""

import signal
import socket
import subprocess
import sys
import threading

from aepsych_client import AEPsychClient

HOST, PORT = sys.argv[1], int(sys.argv[2])

SPACE = """
[common]
parnames = [x, y]
stimuli_per_trial = {stimuli}
outcome_types = {outcomes}
{more}
strategy_names = [{steps}]
seed = 5
[x]
par_type = continuous
lower_bound = 0
upper_bound = 1
[y]
par_type = continuous
lower_bound = -1
upper_bound = 1
[spread]
generator = SobolGenerator
min_asks = 4
min_total_outcome_occurrences = 0
[learn]
generator = OptimizeAcqfGenerator
min_asks = 2
min_total_outcome_occurrences = 0
{learn}
"""


def file(stimuli=1, outcomes="[binary]", more="", learn=""):
    steps = "spread, learn" if learn else "spread"
    text = SPACE.format(stimuli=stimuli, outcomes=outcomes, more=more, learn=learn, steps=steps)
    return text if learn else text[: text.index("[learn]")]


def client():
    return AEPsychClient(ip=HOST, port=PORT)


def run(session, answer):
    """Asks and tells until the experiment is finished; returns the number of trials."""
    trials, finished = 0, False
    while not finished:
        asked = session.ask()
        finished = asked["is_finished"]
        told = session.tell(asked["config"], answer(asked["config"]))
        assert told == {"trials_recorded": 1, "model_data_added": 1}, told
        trials += 1
    return trials


def queries(session):
    """All four types of query; a pair's model answers about single stimuli."""
    high = session.query(query_type="max")
    low = session.query(query_type="min")
    assert set(high["x"]) == {"x", "y"} and high["y"] >= low["y"], (high, low)
    there = session.query(query_type="prediction", x={"x": 0.5, "y": 0.0})
    assert low["y"] - 1e-9 <= there["y"] <= high["y"] + 1e-9, (low, there, high)
    middle = (high["y"] + low["y"]) / 2
    found = session.query(query_type="inverse", y=middle, constraints={1: 0.25})
    assert found["x"]["y"] == [0.25] and found["query_type"] == "inverse", found


BINARY = file(learn="model = GPClassificationModel\nacqf = EAVC")
PAIRS = file(stimuli=2, learn="model = PairwiseProbitModel\nacqf = EAVC")

session = client()
session.configure(config_str=BINARY)
assert run(session, lambda c: int(c["x"][0] > 0.5)) == 6
queries(session)
print("binary")

session.configure(config_str=file(outcomes="[continuous]"))
assert run(session, lambda c: 2.5 * c["x"][0] - c["y"][0]) == 4
print("continuous")

session.configure(config_str=PAIRS)
assert run(session, lambda c: int(c["x"][0][1] > c["x"][0][0])) == 6
queries(session)
print("pairs")

session.configure(config_str=file(outcomes="[binary, continuous]", more="outcome_names = [seen, rating]"))
assert run(session, lambda c: {"seen": int(c["x"][0] > 0.5), "rating": c["y"][0]}) == 4
asked = session.ask(num_points=3)
assert asked["num_points"] == 3 and len(asked["config"]["x"]) == 3
told = session.tell(asked["config"], {"seen": [0, 1, 0], "rating": [1, 2.5, 3]}, block=2)
assert told == {"trials_recorded": 3, "model_data_added": 3}, told
print("several outcomes")

first, second = session.configs[0], session.configs[1]
session.resume(config_id=first)
assert session.info()["current_strat_name"] == "learn"
session.resume(config_id=second)
assert session.info()["current_strat_data_pts"] == 4
session.resume(config_id=first)
assert session.info()["current_strat_data_pts"] == 6
session.configure(config_str=BINARY, config_name="named")
skipped = session.ask()
session.tell(skipped["config"], 1)
assert session.finish_strategy() == {"finished_strategy": "spread", "finished_strat_idx": 0}
session.ask()
assert session.info()["current_strat_name"] == "learn"
session.resume(config_id=first)
session.resume(config_name="named")
assert session.info()["current_strat_data_pts"] == 1
print("resume")

results = {}


def independent(number):
    own = client()
    own.configure(config_str=BINARY.replace("seed = 5", f"seed = {number}"))
    results[number] = (run(own, lambda c: int(c["x"][0] > 0.1 * number)), own.info()["current_strat_data_pts"])


threads = [threading.Thread(target=independent, args=(number,)) for number in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert results == {1: (6, 6), 2: (6, 6), 3: (6, 6)}, results
print("three at once")

half = socket.create_connection((HOST, PORT))
half.sendall(b'{"type": "tell", "message": {"config": {"x": [0.')
half.close()
killed = subprocess.Popen(
    [
        sys.executable,
        "-c",
        "import sys\n"
        "from aepsych_client import AEPsychClient\n"
        f"c = AEPsychClient(ip={HOST!r}, port={PORT})\n"
        f"c.configure(config_str={BINARY!r})\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    c.tell(c.ask()['config'], 1)\n",
    ],
    stdout=subprocess.PIPE,
)
assert killed.stdout.readline() == b"ready\n"
killed.send_signal(signal.SIGKILL)
killed.wait()
assert session.info()["current_strat_name"] == "learn"
session.tell(session.ask()["config"], 0)
print("killed")

print(session.finalize())
