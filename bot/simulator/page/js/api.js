// The simulator's control API (../README.md): one function an action.

export class Refused extends Error {}

async function answer(response) {
  const body = await response.json().catch(() => null);
  if (!body?.ok) throw new Refused(body?.error ?? String(response.status));
  return body.result;
}

export async function get(path) {
  return answer(await fetch(path, { cache: "no-store" }));
}

export async function post(path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return answer(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

export function socket(person) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return new WebSocket(`${scheme}://${location.host}/sim/ws?person=${person}`);
}

export function filePath(person, file) {
  return `/sim/file/${encodeURIComponent(file)}?person=${person}`;
}
