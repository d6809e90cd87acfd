"""The icons of the site: one stroke drawing each, in a box of sixteen."""

ICONS = {
    "check": '<path d="m3 8.5 3.2 3.2L13 5"/>',
    "warning": '<path d="M8 2 14.5 13.5h-13z"/><path d="M8 6.5v3.2M8 11.6v.1"/>',
    "down": '<path d="m3 6 5 5 5-5"/>',
    "half": '<circle cx="8" cy="8" r="6.2"/>'
    '<path d="M8 1.8v12.4A6.2 6.2 0 0 0 8 1.8z" fill="currentColor"/>',
    "find": '<circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5 14 14"/>',
    "differs": '<path d="M3 6h10M3 10.2h10M11 2.5 5 13.7"/>',
    "octagon": '<path d="M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3z"/>'
    '<path d="M8 4.8v4M8 11v.1"/>',
    "minus": '<path d="M2.5 8h11"/>',
    "info": '<circle cx="8" cy="8" r="6.2"/><path d="M8 7.2v4M8 4.8v.1"/>',
    "envelope": '<rect x="1.8" y="3.5" width="12.4" height="9" rx="1"/><path d="m2 4.2 6 5 6-5"/>',
    "question": '<path d="M5.4 5.6a2.7 2.7 0 1 1 3.8 2.9C8.3 9 8 9.5 8 10.3M8 13v.1"/>',
    "right": '<path d="m6 3 5 5-5 5"/>',
    "left": '<path d="m10 3-5 5 5 5"/>',
    "pen": '<path d="m2.5 13.5.8-3.3L11 2.5l2.5 2.5-7.7 7.7z"/>',
    "pause": '<path d="M5.5 3.5v9M10.5 3.5v9"/>',
    "play": '<path d="M5 3.2v9.6L12.5 8z"/>',
    "paper": '<path d="M4 1.8h5.5L13 5.3v8.9H4z"/><path d="M9.5 1.8v3.5H13M6 8.2h4.5M6 10.8h4.5"/>',
    "back": '<path d="M13 8H3M7 4 3 8l4 4"/>',
    "clock": '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.3V8l2.5 1.8"/>',
    "download": '<path d="M8 2v8.5M4.2 7 8 10.8 11.8 7M2.5 14h11"/>',
    "flag": '<path d="M3.5 14.5V2.2M3.5 2.8h8.5l-2 3 2 3H3.5"/>',
    "cross": '<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>',
    "plus": '<path d="M8 2.5v11M2.5 8h11"/>',
    "print": '<path d="M4.5 6V2h7v4M4.5 12H2.2V6.2h11.6V12h-2.3"/><path d="M4.5 9.8h7V14h-7z"/>',
    "lock": '<rect x="3.2" y="7" width="9.6" height="7" rx="1"/>'
    '<path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/>',
    "eye": '<path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z"/>'
    '<circle cx="8" cy="8" r="2"/>',
    "plane": '<path d="M14.2 1.8 7 9M14.2 1.8 9.8 14.2 7 9 1.8 6.2z"/>',
    "tray": '<path d="M1.8 9.5 4 3.5h8l2.2 6v3.7H1.8zM1.8 9.5h3.7l1 1.7h3l1-1.7h3.7"/>',
    "person": '<circle cx="8" cy="5" r="2.8"/>'
    '<path d="M2.5 14c.5-3 2.6-4.6 5.5-4.6s5 1.6 5.5 4.6"/>',
    "link": '<path d="M6.7 9.3 9.3 6.7M7.3 4.5l1.2-1.2a3 3 0 0 1 4.2 4.2l-1.2 1.2M8.7 11.5l-1.2 '
    '1.2a3 3 0 0 1-4.2-4.2l1.2-1.2"/>',
}
