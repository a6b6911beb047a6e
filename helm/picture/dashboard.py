#!/usr/bin/env python3
"""Draws the dashboard of the chart with the data of a Prometheus, as one SVG, without Grafana.

python3 helm/picture/dashboard.py --prometheus http://127.0.0.1:9090 --minutes 15 --out dashboard.svg

A panel whose queries answer nothing says "no data". Needs Python's standard library alone.
"""

import argparse
import json
import pathlib
import time
import urllib.parse
import urllib.request
from xml.sax.saxutils import escape

DASHBOARD = pathlib.Path(__file__).parent.parent / "clausestream" / "files" / "dashboard.json"
COLUMN, ROW, GAP = 560, 190, 14
LEFT, TOP, LEGEND = 64, 30, 34
POINTS = 240
MOST_SERIES = 8
UNITS = {"ops": "a second", "percentunit": "", "short": "", "h": "hours"}
COLOURS = ["#2f6db5", "#d1602b", "#3c8d4f", "#8a4fa3", "#b8901f", "#318c93", "#b03a5b", "#666666"]


def series(prometheus, expression, start, end):
    """The series of a query: (labels, [(time, value)])."""
    step = max(1, (end - start) / POINTS)
    query = urllib.parse.urlencode({"query": expression, "start": start, "end": end, "step": step})
    with urllib.request.urlopen(f"{prometheus}/api/v1/query_range?{query}", timeout=30) as answer:
        found = json.load(answer)["data"]["result"]
    for one in found:
        values = [(float(t), float(v)) for t, v in one["values"] if v not in ("NaN", "+Inf", "-Inf")]
        if values:
            yield {k: v for k, v in one["metric"].items() if k != "__name__"}, values


def label(target, labels):
    """What the legend calls a series."""
    legend = target.get("legendFormat") or " ".join(labels.values()) or "value"
    for name, value in labels.items():
        legend = legend.replace("{{" + name + "}}", value).replace("{{ " + name + " }}", value)
    return legend


def number(value, unit):
    """A number as people read it."""
    if unit == "percentunit":
        return f"{100 * value:.0f} %"
    for limit, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(value) >= limit:
            return f"{value / limit:.3g} {letter}"
    return f"{value:.3g}"


def text(x, y, words, size=11, anchor="start", colour="#444"):
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" text-anchor="{anchor}"'
        f' fill="{colour}">{escape(words)}</text>'
    )


def panel(spec, lines, x, y, start, end):
    """One panel as SVG elements."""
    unit = spec.get("fieldConfig", {}).get("defaults", {}).get("unit", "")
    width, height = COLUMN - LEFT - 14, ROW - TOP - LEGEND
    said = UNITS.get(unit, unit)
    title = spec["title"] + (f", {said}" if said else "")
    out = [
        f'<rect x="{x}" y="{y}" width="{COLUMN}" height="{ROW}" rx="4" fill="#fff" stroke="#d8d8d8"/>',
        text(x + 10, y + 19, title, 13, colour="#111"),
    ]
    if not lines:
        return out + [text(x + COLUMN / 2, y + ROW / 2, "no data", 12, "middle", "#999")]
    most = max(v for _, values in lines for _, v in values) or 1.0
    for part in (0, 0.5, 1):
        at = y + TOP + height * (1 - part)
        right = x + LEFT + width
        out.append(f'<line x1="{x + LEFT}" x2="{right}" y1="{at:.1f}" y2="{at:.1f}" stroke="#eee"/>')
        out.append(text(x + LEFT - 6, at + 4, number(most * part, unit), 10, "end", "#777"))
    shown = x + LEFT
    for index, (name, values) in enumerate(lines):
        colour = COLOURS[index % len(COLOURS)]
        points = " ".join(
            f"{x + LEFT + width * (t - start) / (end - start):.1f},{y + TOP + height * (1 - v / most):.1f}"
            for t, v in values
        )
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        wide = 24 + 7 * len(name)
        if shown + wide < x + COLUMN:
            out.append(f'<rect x="{shown:.0f}" y="{y + ROW - 19}" width="10" height="3" fill="{colour}"/>')
            out.append(text(shown + 14, y + ROW - 14, name, 10))
            shown += wide
    return out


def draw(prometheus, minutes):
    """The dashboard as SVG, of the last minutes."""
    end = time.time()
    start = end - 60 * minutes
    specs = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    body = []
    for index, spec in enumerate(specs):
        lines = [
            (label(target, labels), values)
            for target in spec["targets"]
            for labels, values in series(prometheus, target["expr"], start, end)
        ]
        lines.sort(key=lambda line: -max(v for _, v in line[1]))
        x = GAP + (index % 2) * (COLUMN + GAP)
        y = GAP + (index // 2) * (ROW + GAP)
        body += panel(spec, lines[:MOST_SERIES], x, y, start, end)
    width = 2 * COLUMN + 3 * GAP
    height = GAP + (len(specs) + 1) // 2 * (ROW + GAP)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" font-family="sans-serif">\n'
        f'<rect width="{width}" height="{height}" fill="#f4f5f7"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--prometheus", required=True, help="address of a Prometheus")
    options.add_argument("--minutes", type=float, default=15, help="how far back to look")
    options.add_argument("--out", required=True, type=pathlib.Path, help="the SVG to write")
    given = options.parse_args()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(draw(given.prometheus, given.minutes), encoding="utf-8")


if __name__ == "__main__":
    main()
