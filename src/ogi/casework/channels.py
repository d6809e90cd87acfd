"""How an application comes in (接收渠道), and how a paper goes out (送达方式)."""

from enum import Enum


class Channel(Enum):
    """The channels of Art. 31, with the gaps that 国办公开办函〔2015〕207号 fills."""

    IN_PERSON = "in_person"
    SIGNED_POST = "signed_post"
    ORDINARY_POST = "ordinary_post"
    OTHER_UNIT = "other_unit"
    ONLINE = "online"
    EMAIL = "email"
    FAX = "fax"
    ORAL = "oral"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word officials see."""
        return _CHANNELS[self]


_CHANNELS = {
    Channel.IN_PERSON: "当面提交",
    Channel.SIGNED_POST: "邮寄（签收）",
    Channel.ORDINARY_POST: "平常信函",
    Channel.OTHER_UNIT: "寄给本机关其他机构或个人",
    Channel.ONLINE: "网上平台",
    Channel.EMAIL: "电子邮件",
    Channel.FAX: "传真",
    Channel.ORAL: "口头",
    Channel.OTHER: "其他公布的渠道",
}


class DeliveryWay(Enum):
    """The ways of delivery (送达方式) of 国办公开办函〔2016〕235号, and the electronic one.

    The day that counts is the day of signing, for post the day of posting (交邮之日).
    """

    DIRECT = "direct"
    ENTRUSTED = "entrusted"
    POST = "post"
    ELECTRONIC = "electronic"

    @property
    def label(self) -> str:
        """The word officials see."""
        return _WAYS[self]


_WAYS = {
    DeliveryWay.DIRECT: "直接送达",
    DeliveryWay.ENTRUSTED: "委托送达",
    DeliveryWay.POST: "邮寄送达",
    DeliveryWay.ELECTRONIC: "电子送达",
}
