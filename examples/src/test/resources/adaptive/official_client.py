"""Runs an experiment with AEPsych's own Python client; prints what it was answered, one JSON document a line.

Usage: official_client.py HOST PORT FILE
"""

import json
import sys

from aepsych_client import AEPsychClient

host, port, file = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with open(file, encoding="utf-8") as text:
    config = text.read()


def show(**what):
    print(json.dumps(what), flush=True)


def seen(stimulus):
    """An observer without noise, whose threshold falls with the size."""
    return 1 if stimulus["contrast"][0] > 0.7 - 0.1 * stimulus["size"][0] else 0


client = AEPsychClient(ip=host, port=port)
show(setup=client.configure(config_str=config))
finished = False
while not finished:
    answer = client.ask()
    finished = answer["is_finished"]
    stimulus = answer["config"]
    show(ask=answer, tell=client.tell(stimulus, seen(stimulus), response_time=0.25))
show(info=client.info())
show(parameters=client.parameters())
show(prediction=client.query(query_type="prediction", probability_space=True, x={"contrast": 0.9, "size": 3.0}))
show(best=client.query(query_type="max", probability_space=True))
show(held=client.query(query_type="inverse", y=0.75, probability_space=True, constraints={1: 2.0}))
try:
    client.query(query_type="prediction")
except Exception as refusal:  # the client's own class differs between its versions
    show(refused=str(refusal))
show(resume=client.resume(config_id=0))
show(option=client.get_config(section="learn", property="min_asks"))
show(exit=client.finalize())
