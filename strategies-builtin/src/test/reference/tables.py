#!/usr/bin/env python3
"""Makes the tables of reference values that tests compare special functions with, by mpmath (https://mpmath.org).

    python3 tables.py check    compares every committed table with what is computed here, and fails if one differs
    python3 tables.py write    writes the tables that this program lays out itself

Inputs of the tables that are only checked are those in the files; results are computed with at least 40 digits, by
definitions and quadrature, and by none of the algorithms that the program under test uses.
"""
import sys
from pathlib import Path

from mpmath import erfc, exp, legendre, log, log1p, mp, mpf, pi, polyroots, quad, sqrt, taylor

mp.dps = 40
ROOM = Path(__file__).parent.parent / "resources/org/aepsych/strategies"


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def cdf(x):
    return erfc(-x / sqrt(2)) / 2


def log_cdf(x):
    return log1p(-cdf(-x)) if x > 0 else log(cdf(x))


def bivariate(h, k, rho):
    if rho == 1:
        return cdf(min(h, k))
    if rho == -1:
        return max(mpf(0), cdf(h) + cdf(k) - 1)
    root = sqrt(1 - rho * rho)
    if abs(rho) < 0.9:
        # The derivative by the correlation is the density.
        return cdf(h) * cdf(k) + quad(lambda r: bivariate_density(h, k, r), [0, rho / 2, rho])
    steep = min(h, k / rho)
    pieces = sorted({mpf(-40), mpf(-8), h} | {p for p in (steep - 4 * root, steep, steep + 4 * root) if -40 < p < h})
    return quad(lambda x: density(x) * cdf((k - rho * x) / root), [p for p in pieces if p <= h])


def bivariate_density(h, k, rho):
    rest = 1 - rho * rho
    return exp(-(h * h - 2 * rho * h * k + k * k) / (2 * rest)) / (2 * pi * sqrt(rest))


def bivariate_slope(h, k, rho):
    return density(h) * cdf((k - rho * h) / sqrt(1 - rho * rho))


def owens_t(h, a):
    pieces = [mpf(0)]
    step = 1 / (1 + abs(h))
    while pieces[-1] < abs(a) and len(pieces) < 60:
        pieces.append(min(abs(a), pieces[-1] + step * 2 ** (len(pieces) // 4)))
    if pieces[-1] < abs(a):
        pieces.append(abs(a))
    inner = quad(lambda x: exp(-h * h * x * x / 2) / (1 + x * x), pieces) if a != 0 else mpf(0)
    value = exp(-h * h / 2) * inner / (2 * pi)
    return value if a >= 0 else -value


def hermite(count):
    """Nodes and weights for the standard normal density."""
    over = [mpf(1)], [mpf(0), mpf(1)]
    rows = list(over)
    for n in range(2, count + 1):
        row = [mpf(0)] + rows[-1]
        for i, c in enumerate(rows[-2]):
            row[i] -= (n - 1) * c
        rows.append(row)
    with mp.workdps(60):
        nodes = sorted(polyroots(rows[count][::-1], maxsteps=500, extraprec=400)) if count > 1 else [mpf(0)]
        before = rows[count - 1]
        return [(x, mp.factorial(count - 1) / (count * sum(c * x**i for i, c in enumerate(before)) ** 2)) for x in nodes]


def improvement(u):
    with mp.workdps(60):
        return log(density(u) + u * cdf(u))


LINKS = {
    "logit": lambda f: 1 / (1 + exp(-f)),
    "gumbel": lambda f: -mp.expm1(-exp(f)),
    "probit": cdf,
}


def link(name, mean, variance):
    if variance == 0:
        return LINKS[name](mean)
    s = sqrt(variance)
    return quad(lambda z: density(z) * LINKS[name](mean + s * z), [-12, -6, -3, -1, 0, 1, 3, 6, 12])


def scaled_complement(x):
    return exp(x * x) * erfc(x)


def legendre_rule(count):
    roots = sorted(mpf(r).real for r in polyroots(taylor(lambda x: legendre(count, x), 0, count)[::-1], maxsteps=500, extraprec=200))
    rule = []
    for x in roots:
        slope = count * (x * legendre(count, x) - legendre(count - 1, x)) / (x * x - 1)
        rule.append((x, 2 / ((1 - x * x) * slope * slope)))
    return rule


def number(x):
    return mp.nstr(x, 20)


def double(text):
    """What a test reads: the nearest double, not the decimal number."""
    return mpf(float(text))


def laid_out():
    """The tables that this program lays out."""
    points = "0 1e-9 0.1 0.46875 0.5 1 2 3.9 4 4.1 6 10 26 60 1e3 1e8".split()
    yield "math/scaled-complement.csv", "x, exp(x^2) erfc(x); mpmath, 40 digits.", [
        (x, number(scaled_complement(double(x)))) for x in points
    ]
    yield "math/gauss-legendre.csv", "nodes, i, node, weight from -1 to 1; mpmath, 40 digits: polyroots of the Legendre polynomial.", [
        (str(count), str(i), number(x), number(w)) for count in (4, 6, 12, 20) for i, (x, w) in enumerate(legendre_rule(count))
    ]
    yield "math/bivariate-slopes.csv", "h, k, rho, derivative of P(X <= h, Y <= k) by h, and by rho; mpmath, 40 digits.", [
        (h, k, rho, *(number(f(double(h), double(k), double(rho))) for f in (bivariate_slope, bivariate_density)))
        for h in ("-3.2", "-0.5", "0", "1.7")
        for k in ("-1.1", "0.3", "2.5")
        for rho in ("-0.99", "-0.6", "0", "0.3", "0.95", "0.9999")
    ]
    yield "outcome/links.csv", "link, mean, variance, probability averaged over the latent value; mpmath, 40 digits: quad over the normal density.", [
        (name, mean, variance, number(link(name, double(mean), double(variance))))
        for name in LINKS
        for mean in ("-6", "-2.5", "-0.7", "0", "0.4", "1.9", "5")
        for variance in ("0", "0.3", "4")
    ]


# How many columns are inputs, and from which size on the error is relative.
CHECKED = {
    "math/normal.csv": (1, "1e-290", lambda z: (cdf(z), log_cdf(z), exp(log(density(z)) - log_cdf(z)))),
    "math/bivariate-normal.csv": (3, "1", lambda h, k, rho: (bivariate(h, k, rho),)),
    "math/owens-t.csv": (2, "1e-290", lambda h, a: (owens_t(h, a),)),
    "acquisition/improvement.csv": (1, "1e-290", lambda u: (improvement(u),)),
}


def rows(name):
    return [line.split(",") for line in (ROOM / name).read_text().splitlines() if not line.startswith("#")]


def agree(found, expected, least):
    """Some tables were made from decimal inputs and not from the nearest doubles, which changes the last digit."""
    return abs(mpf(found) - expected) <= mpf("3e-16") * max(abs(expected), least)


def check():
    wrong = 0
    for name, (inputs, least, function) in CHECKED.items():
        for row in rows(name):
            for found, expected in zip(row[inputs:], function(*map(double, row[:inputs]))):
                if not agree(found, expected, mpf(least)):
                    wrong += 1
                    print(f"{name}: {row} but computed {number(expected)}")
    for row in rows("math/quantile.csv"):
        p, z = double(row[0]), mpf(row[1])
        # A relative error of z changes p by density(z) z.
        if abs(cdf(z) - p) > mpf("3e-16") * density(z) * max(abs(z), mpf("1e-3")):
            wrong += 1
            print(f"math/quantile.csv: {row} but its probability is {number(cdf(z))}")
    rules = {}
    for row in rows("math/gauss-hermite.csv"):
        count, i = int(row[0]), int(row[1])
        rules.setdefault(count, hermite(count))
        for found, expected in zip(row[2:], rules[count][i]):
            if abs(mpf(found) - expected) > mpf("1e-17"):
                wrong += 1
                print(f"math/gauss-hermite.csv: {row} but computed {number(expected)}")
    for name, _, table in laid_out():
        for found, expected in zip(rows(name), table, strict=True):
            if found != list(expected):
                wrong += 1
                print(f"{name}: {found}")
    print("all tables agree" if wrong == 0 else f"{wrong} values differ")
    return 1 if wrong else 0


def write():
    for name, head, table in laid_out():
        lines = [",".join(row) for row in table]
        path = ROOM / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# " + head + "\n" + "\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    actions = {"check": check, "write": write}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        sys.exit(__doc__)
    sys.exit(actions[sys.argv[1]]())
