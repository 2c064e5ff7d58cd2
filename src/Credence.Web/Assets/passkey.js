// Passkeys need a script; without one the form stays hidden and the password form is there.
"use strict";
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) continue;
  form.hidden = false;
  form.addEventListener("submit", async event => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    const isNew = "new" in form.dataset;
    const token = form.elements.__RequestVerificationToken.value;
    try {
      const answer = await fetch(form.dataset.passkey, { method: "POST", headers: { RequestVerificationToken: token } });
      const options = await answer.json();
      const credential = isNew
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      let said = form.querySelector("[role=alert]");
      if (!said) {
        said = document.createElement("p");
        said.setAttribute("role", "alert");
        said.className = "notice";
        form.append(said);
      }
      said.textContent = "The device gave no passkey. Try again, or use the password below.";
    }
  });
}
