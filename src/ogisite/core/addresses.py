"""Where a request comes from (来访地址), behind the site's own proxies too."""

import ipaddress
from typing import Any

from django.conf import settings
from django.http import HttpRequest

_IPV6_NETWORK = 64


def address_of(request: HttpRequest, *_: Any) -> str:
    """Return the address of a visitor: what one's own proxies say, never what a visitor says."""
    proxies = settings.CONFIG.proxies
    said = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",") if proxies else []
    given = said[-proxies] if len(said) >= proxies > 0 else str(request.META.get("REMOTE_ADDR", ""))
    try:
        return str(ipaddress.ip_address(given.strip()))
    except ValueError:
        return "0.0.0.0"


def network_of(request: HttpRequest) -> str:
    """Return what counts as one visitor: an address, of IPv6 the network of one subscriber."""
    address = ipaddress.ip_address(address_of(request))
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((int(address), _IPV6_NETWORK), strict=False))
