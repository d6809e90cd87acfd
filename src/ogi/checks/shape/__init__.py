"""The shape of a report against the form (格式)."""

from ogi.checks.rule import Rule
from ogi.checks.shape.s501 import six_sections_are_there
from ogi.checks.shape.s502 import sections_stand_in_order
from ogi.checks.shape.s503 import sections_carry_their_numbers
from ogi.checks.shape.s504 import sections_carry_their_titles
from ogi.checks.shape.s505 import instructions_are_taken_out
from ogi.checks.shape.s510 import title_names_the_organ
from ogi.checks.shape.s511 import title_names_the_year
from ogi.checks.shape.s512 import title_calls_the_report_by_its_name
from ogi.checks.shape.s513 import text_names_the_organ_that_reports
from ogi.checks.shape.s520 import tables_are_of_the_edition_in_force
from ogi.checks.shape.s521 import labels_are_those_of_the_form
from ogi.checks.shape.s522 import there_are_no_extra_columns
from ogi.checks.shape.s523 import three_tables_are_there
from ogi.checks.shape.s530 import no_cell_is_left_blank
from ogi.checks.shape.s531 import what_stands_in_a_cell_is_a_number
from ogi.checks.shape.s532 import no_row_is_lost
from ogi.checks.shape.s533 import every_row_could_be_read
from ogi.checks.shape.s540 import section_six_speaks_of_fees
from ogi.checks.shape.s550 import overview_covers_five_aspects
from ogi.checks.shape.s551 import governments_tell_of_supervision
from ogi.checks.shape.s552 import overview_keeps_to_its_length
from ogi.checks.shape.s560 import no_sentence_of_last_year_is_left
from ogi.checks.shape.s561 import what_is_planned_lies_ahead
from ogi.checks.shape.s562 import period_is_the_year_reported_on
from ogi.checks.shape.s563 import report_is_published_in_time
from ogi.checks.shape.s564 import basis_is_in_force
from ogi.checks.shape.s570 import section_five_says_something
from ogi.checks.shape.s571 import section_five_names_problems_and_measures
from ogi.checks.shape.s580 import enumerations_count_on
from ogi.checks.shape.s590 import no_identity_number_stands_in_the_text
from ogi.checks.shape.s591 import no_mobile_number_stands_in_the_text
from ogi.checks.shape.s592 import no_private_particulars_stand_in_the_text

RULES: tuple[Rule, ...] = (
    six_sections_are_there,
    sections_stand_in_order,
    sections_carry_their_numbers,
    sections_carry_their_titles,
    instructions_are_taken_out,
    title_names_the_organ,
    title_names_the_year,
    title_calls_the_report_by_its_name,
    text_names_the_organ_that_reports,
    tables_are_of_the_edition_in_force,
    labels_are_those_of_the_form,
    there_are_no_extra_columns,
    three_tables_are_there,
    no_cell_is_left_blank,
    what_stands_in_a_cell_is_a_number,
    no_row_is_lost,
    every_row_could_be_read,
    section_six_speaks_of_fees,
    overview_covers_five_aspects,
    governments_tell_of_supervision,
    overview_keeps_to_its_length,
    no_sentence_of_last_year_is_left,
    what_is_planned_lies_ahead,
    period_is_the_year_reported_on,
    report_is_published_in_time,
    basis_is_in_force,
    section_five_says_something,
    section_five_names_problems_and_measures,
    enumerations_count_on,
    no_identity_number_stands_in_the_text,
    no_mobile_number_stands_in_the_text,
    no_private_particulars_stand_in_the_text,
)
