"""Affine matrices, as PDF writes them: (a, b, c, d, e, f)."""

Matrix = tuple[float, float, float, float, float, float]
Bounds = tuple[float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def compose(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies one matrix and then the other.

    >>> compose((1, 0, 0, 1, 5, 0), (2, 0, 0, 2, 0, 0))
    (2, 0, 0, 2, 10, 0)
    """
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return the point that a matrix makes of a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def apply_to_box(matrix: Matrix, box: Bounds) -> Bounds:
    """Return the rectangle around what a matrix makes of a rectangle."""
    left, low, right, high = box
    corners = [
        apply(matrix, x, y) for x, y in ((left, low), (left, high), (right, low), (right, high))
    ]
    xs = [x for x, _ in corners]
    ys = [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def upright(bounds: Bounds, rotation: int) -> Matrix:
    """Return the matrix from a page's own space to the page as seen.

    `bounds` are the left, bottom, right and top of the visible page, `rotation` its
    /Rotate: clockwise, in degrees.
    """
    left, bottom, right, top = bounds
    return {
        0: (1.0, 0.0, 0.0, -1.0, -left, top),
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }[rotation]


def turning(turn: int, width: float, height: float) -> Matrix:
    """Return the matrix that turns a page as seen into its reading frame.

    It undoes a turn of the text by `turn` degrees clockwise.
    """
    return {
        0: IDENTITY,
        90: (0.0, -1.0, 1.0, 0.0, 0.0, width),
        180: (-1.0, 0.0, 0.0, -1.0, width, height),
        270: (0.0, 1.0, -1.0, 0.0, height, 0.0),
    }[turn]
