// Pages that were opened stay readable without a network. Sound is never kept: it is too big.
"use strict";
const KEPT = "truyenthanh-{{ version }}";
const NEEDED = {{ needed }};
const PAGE = /(\/|\.html|\.json)$/i, ASSET = /\/_\/[^/]+$/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(NEEDED)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const forgotten = (name) => name.startsWith("truyenthanh-") && name !== KEPT;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(forgotten).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  const address = event.data?.keep;
  if (typeof address === "string" && address.startsWith(self.registration.scope)) {
    event.waitUntil(caches.open(KEPT).then((cache) => cache.add(address)).catch(() => {}));
  }
});

async function fresh(request) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.status === 200) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = (await cache.match(request)) ?? (await cache.match(new URL("index.html", request.url)));
    if (kept) return kept;
    throw error;
  }
}

async function lasting(request) {
  const cache = await caches.open(KEPT), kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event, { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || request.headers.has("range")) return;
  if (ASSET.test(pathname)) event.respondWith(lasting(request));
  else if (PAGE.test(pathname)) event.respondWith(fresh(request));
});
