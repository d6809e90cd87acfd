"""Parts of a document that are made from code: what stands between two comments."""


def replace_block(text: str, name: str, content: str) -> str:
    """Put content between `<!-- name -->` and `<!-- end of name -->`."""
    head, begin, rest = text.partition(f"<!-- {name} -->\n")
    _, end, tail = rest.partition(f"<!-- end of {name} -->")
    assert begin, f"there is no block {name!r}"
    assert end, f"the block {name!r} does not end"
    return f"{head}{begin}{content.rstrip()}\n{end}{tail}"
