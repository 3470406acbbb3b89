// Chooses the browser's time zone in a list where nobody has chosen one.
const list = document.querySelector("select[data-guess]");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (list && zone && list.selectedIndex <= 0) {
  list.value = zone;
  if (list.value !== zone) {
    list.add(new Option(zone, zone, true, true), 0);
  }
}
