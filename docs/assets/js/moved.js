// A page that has moved: on to its new address, and to the same section there.
const section = location.hash ? document.getElementById(location.hash.slice(1)) : null;
const link = section instanceof HTMLAnchorElement ? section : document.getElementById("new-address");
const target = new URL(link.href);
if (link !== section && location.hash) target.hash = location.hash;
location.replace(target); // the old address leaves no entry behind that “back” would return to
