"""Where words go, once more in plain Python: every place that there is, sorted, and the first free one."""

import math

CELL, STEP, GAPS, EDGE = 2, 4.0, (5.0, 14.0, 28.0), 4.0
WAYS = ((1, 0), (-1, 0), (0, -1), (0, 1))


def stations(line, step):
    """Points of a line no farther than `step` from the next; a NaN parts pieces."""
    made = []
    for i, (x, y) in enumerate(line):
        if math.isnan(x):
            continue
        after = line[i + 1] if i + 1 < len(line) else (math.nan, math.nan)
        if math.isnan(after[0]):
            made.append((x, y))
            continue
        pieces = max(1, math.ceil(math.dist((x, y), after) / step))
        made += [(x + (after[0] - x) * k / pieces, y + (after[1] - y) * k / pieces) for k in range(pieces)]
    return made


def cells(lines, size):
    """Cells of the grid that lines run through, as (row, column)."""
    rows, columns = int(size[1] / CELL) + 1, int(size[0] / CELL) + 1
    found = {(int(y / CELL), int(x / CELL)) for line in lines for x, y in stations(line, CELL)}
    return {(r, c) for r, c in found if 0 <= r < rows and 0 <= c < columns}


def free(box, size, boxes, taken):
    """Whether box (x, y, width, height) is inside the plot and meets neither boxes nor lines."""
    x, y, wide, high = box
    left, right, top, bottom = x - wide / 2, x + wide / 2, y - high / 2, y + high / 2
    if left < EDGE or top < EDGE or right > size[0] - EDGE or bottom > size[1] - EDGE:
        return False
    if any(abs(x - b[0]) < (wide + b[2]) / 2 and abs(y - b[1]) < (high + b[3]) / 2 for b in boxes):
        return False
    inside = [
        (r, c)
        for r in range(int(top / CELL), int(bottom / CELL) + 1)
        for c in range(int(left / CELL), int(right / CELL) + 1)
    ]
    return not taken.intersection(inside)


def chip(line, asked, size, boxes, taken):
    """Rank, x, y and side of the best free place beside a line, or None."""
    wide, high, target, *costs = asked
    found = []
    for x, y in stations(line, STEP):
        for gap in GAPS:
            for side, (across, down) in enumerate(WAYS):
                at = x + across * (wide / 2 + gap), y + down * (high / 2 + gap)
                found.append((abs(at[1] - target) + costs[side] + 4 * gap, *at, side))
    ranked = sorted(found, key=lambda each: each[0])
    return next((each for each in ranked if free((each[1], each[2], wide, high), size, boxes, taken)), None)


def guide(field, size):
    """Anchor of the guide and the way across it."""
    rows, columns = len(field), len(field[0])
    right = sum(row[-1] - row[0] for row in field) / rows / size[0]
    up = sum(a - b for a, b in zip(field[0], field[-1], strict=True)) / columns / size[1]
    length = math.hypot(right, up)
    along = (right / length, up / length) if length else (1.0, 0.0)
    across = -along[1], along[0]
    off = (1 if across[1] >= across[0] else -1) * 0.16 * min(size)
    return size[0] / 2 + across[0] * off, size[1] / 2 + across[1] * off, *across


def label(line, wide, high, way, size, able, boxes, taken, others):
    """Place of the label on a line as (x, y), or None."""
    rows, columns = len(able), len(able[0])
    found = []
    for x, y in line:
        if math.isnan(x):
            continue
        i = min(max(round((1 - y / size[1]) * (rows - 1)), 0), rows - 1)
        j = min(max(round(x / size[0] * (columns - 1)), 0), columns - 1)
        if able[i][j] >= 0:
            off = abs((x - way[0]) * way[2] + (y - way[1]) * way[3])
            ends = [round((x + side * wide / 2) / size[0] * (columns - 1)) for side in (-1, 1)]
            apart = sum(able[i][min(max(k, 0), columns - 1)] < 0 for k in ends)
            found.append((off + 10_000 * (1 - able[i][j] + apart), x, y))
    for _, x, y in sorted(found, key=lambda each: each[0]):
        clear = all(abs(x - a) >= (wide + w) / 2 + 7 or abs(y - b) >= high + 2 for a, b, w in others)
        if clear and free((x, y, wide + 6, high), size, boxes, taken):
            return x, y
    return None
