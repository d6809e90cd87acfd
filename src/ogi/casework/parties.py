"""Who applies (申请人), and what is asked for."""

from enum import Enum

from msgspec import Struct


class ApplicantClass(Enum):
    """The classes of applicants (申请人类别); each is a column of the form's third table."""

    NATURAL_PERSON = "natural_person"
    COMPANY = "company"
    RESEARCH_BODY = "research_body"
    PUBLIC_INTEREST_BODY = "public_interest_body"
    LEGAL_SERVICE_BODY = "legal_service_body"
    OTHER_BODY = "other_body"

    @property
    def label(self) -> str:
        """The word officials see; the form's own."""
        return _LABELS[self]


_LABELS = {
    ApplicantClass.NATURAL_PERSON: "自然人",
    ApplicantClass.COMPANY: "商业企业",
    ApplicantClass.RESEARCH_BODY: "科研机构",
    ApplicantClass.PUBLIC_INTEREST_BODY: "社会公益组织",
    ApplicantClass.LEGAL_SERVICE_BODY: "法律服务机构",
    ApplicantClass.OTHER_BODY: "其他",
}


class Applicant(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False
):
    """An applicant (申请人); a joint application has several."""

    name: str
    kind: ApplicantClass


class Item(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False
):
    """One thing that an application asks for (申请事项); `key` is unique in its application."""

    key: str
    asks: str


class ItemResult(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False
):
    """What a reply says of one item: a key of the outcomes (答复结果) and its grounds (理由).

    `withheld` are the parts that are not disclosed, where only a part is.
    """

    item: str
    outcome: str
    grounds: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    note: str = ""
