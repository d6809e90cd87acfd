"""What tables, rows, cells and sections are called."""

import doctest

from ogi.form import editions, newest, wording
from ogi.form.wording import cell_label, cell_name, row_name, section_name, section_order


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(wording).failed == 0


def test_every_cell_of_every_edition_has_a_name_of_its_own_in_its_edition():
    for form in editions():
        names = {cell_name(address, form) for address in form.addresses}
        assert len(names) == len(form.addresses)


def test_what_no_edition_has_is_called_by_its_address():
    assert cell_name("nowhere.at.all") == cell_label("nowhere.at.all") == "nowhere.at.all"


def test_a_numbered_row_is_called_with_its_group():
    refused = newest().tables["applications"].row("refused.state_secret")
    assert refused is not None
    assert row_name(refused) == "（三）不予公开1.属于国家秘密"


def test_sections_stand_in_the_order_of_the_form_and_the_preamble_before_them():
    keys = ["preamble", *(one.key for one in newest().sections)]
    assert sorted(keys, key=section_order) == keys
    assert section_name("preamble") == "前言"
    assert section_name("overview") == "一、总体情况"
