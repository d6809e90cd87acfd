"""From a neutral document to a report in the statutory form.

The matcher knows the form and no format. Its chain: the blocks are cut where lines were
lost (`unglue`), rows and lines are told into labels and values (`lines`), each table's
region is found (`regions`), its values are collected into runs (`runs`), each run is put
on a row (`rows`) and laid into cells (`fit`), and the relations of the form choose where
the print leaves a choice (`resolve`, `cells`).
"""

from ogi.reading.matching.match import match, match_all

__all__ = ["match", "match_all"]
