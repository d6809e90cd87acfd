import os


def test_the_switch_that_rewrites_goldens_is_off():
    assert "OGI_GOLDENS" not in os.environ
