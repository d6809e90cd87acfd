"""Every fault of the data of a place (本地数据的全部差错): not only of what a command needed."""

from pathlib import Path

from ogi.errors import DataFault


def faults_in(folder: Path) -> tuple[DataFault, ...]:
    """Return every fault of a folder of data, those of all its files."""
    from ogi.casework import case_table
    from ogi.casework.outcomes import outcomes
    from ogi.counting import rows_of_results
    from ogi.data import gathered
    from ogi.form import editions
    from ogi.law import instruments, organ_rules
    from ogi.law.provisions import configured
    from ogi.letters import letter_forms
    from ogi.workdays import every_region, notices

    readers = (
        *(instruments, configured, organ_rules, notices, every_region, editions, case_table),
        *(outcomes, letter_forms, rows_of_results),
    )
    return gathered(readers, folder)
