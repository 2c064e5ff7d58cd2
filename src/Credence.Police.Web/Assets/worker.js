// Keeps the roadside's shell, the packs' questions and the scenarios on the device, and nothing else: no page of the record, no answer.
"use strict";
const name = `roadside-${version}`;
self.addEventListener("install", event => event.waitUntil((async () => {
  const cache = await caches.open(name);
  // A redirect leads to the sign-in, which is no shell.
  await Promise.all(shell.map(async address => {
    const answer = await fetch(address, { redirect: "error", cache: "no-store" });
    if (!answer.ok) throw new Error("found no shell");
    await cache.put(address, answer);
  }));
  await self.skipWaiting();
})()));
self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const other of await caches.keys()) if (other.startsWith("roadside-") && other !== name) await caches.delete(other);
  await self.clients.claim();
})()));
self.addEventListener("fetch", event => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (shell.includes(address.pathname)) event.respondWith((async () => await (await caches.open(name)).match(address.pathname) ?? fetch(event.request))());
  else if (event.request.mode === "navigate") event.respondWith(fetch(event.request).catch(() => Response.redirect(new URL("/roadside/offline", self.location), 302)));
});
