// What is typed and not saved yet, kept by the browser for each tab: a reload or a crash loses nothing.

const tab = (() => {
  const known = sessionStorage.getItem("the") || crypto.randomUUID();
  sessionStorage.setItem("the", known);
  return known;
})();
navigator.locks?.request(`the:${tab}`, () => new Promise(() => {})); // held while this tab lives

const key = (address, owner = tab) => `nhap ${owner} ${address}`;

export function keep(address, draft) {
  localStorage.setItem(key(address), JSON.stringify(draft));
}

export function forget(address) {
  localStorage.removeItem(key(address));
}

/** This tab's draft, or one left behind by a tab that is gone; null where there is none. */
export async function left(address) {
  const own = localStorage.getItem(key(address));
  if (own) return JSON.parse(own);
  const held = navigator.locks ? (await navigator.locks.query()).held.map((each) => each.name) : [];
  for (const name of Object.keys(localStorage)) {
    const [kind, owner, place] = name.split(" ");
    if (kind !== "nhap" || place !== address || held.includes(`the:${owner}`)) continue;
    const draft = localStorage.getItem(name);
    localStorage.removeItem(name);
    localStorage.setItem(key(address), draft);
    return JSON.parse(draft);
  }
  return null;
}
