// What waits on a device until the record has it: sealed, with a key that never leaves the browser's own store. One store for each kind.
"use strict";
const canSeal = () => Boolean(window.isSecureContext && window.indexedDB && crypto.subtle && navigator.locks);

const sealedStore = name => {
  const asked = request => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  let store = null;
  const opened = () => store ??= (() => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => { request.result.createObjectStore("keys"); request.result.createObjectStore("unsent"); };
    return asked(request);
  })();
  const table = async (rows, mode) => (await opened()).transaction(rows, mode ?? "readonly").objectStore(rows);

  // No script can read its bytes, this one neither.
  const key = async () => {
    const known = await asked((await table("keys")).get("outbox"));
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    try {
      await asked((await table("keys", "readwrite")).add(made, "outbox"));
      return made;
    } catch {
      return asked((await table("keys")).get("outbox"));
    }
  };
  const bound = (id, iv) => ({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(id) });

  const unsent = async () => {
    const rows = await table("unsent");
    const [ids, values] = await Promise.all([asked(rows.getAllKeys()), asked(rows.getAll())]);
    const own = await key();
    return Promise.all(ids.map(async (id, place) => {
      try {
        return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(bound(id, values[place].iv), own, values[place].sealed)));
      } catch {
        return { id, isBroken: true, said: "This one does not open any more on this device." };
      }
    }));
  };

  return {
    unsent,
    find: async id => (await unsent()).find(item => item.id === id),
    count: async () => asked((await table("unsent")).count()),
    keep: async item => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(bound(item.id, iv), await key(), new TextEncoder().encode(JSON.stringify(item)));
      await asked((await table("unsent", "readwrite")).put({ iv, sealed }, item.id));
    },
    remove: async id => asked((await table("unsent", "readwrite")).delete(id)),
    note: async (word, value) => asked((await table("keys", "readwrite")).put(value, word)),
    noted: async word => asked((await table("keys")).get(word)),
    forget: async word => asked((await table("keys", "readwrite")).delete(word)),
    alone: act => navigator.locks.request(name, act),
  };
};
