"""The ways in which an applicant may have the information (获取方式)."""

WAYS = {
    "download": "网上下载",
    "email": "电子邮件",
    "post": "邮寄纸质件",
    "collect": "自行领取",
    "read": "当场查阅、抄录",
}
