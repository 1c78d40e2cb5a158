// Forms that are sent by script, with the CSRF token; shows the portal's messages in the form.
document.querySelectorAll('form[data-ajax]').forEach((form) => {
  const messages = form.querySelector('.form-messages');
  const show = (kind, texts) => messages.replaceChildren(...texts.map((text) => {
    const line = document.createElement('p');
    line.className = `alert ${kind} slim`;
    line.setAttribute('role', kind === 'error' ? 'alert' : 'status');
    line.textContent = text;
    return line;
  }));

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: {
          'X-Requested-With': 'XMLHttpRequest',
          'X-CSRF-Token': document.querySelector('meta[name="csrf-token"]').content,
        },
        body: new URLSearchParams(new FormData(form)),
      });
      const answer = await response.json();
      show(answer.status === 'success' ? 'success' : 'error', answer.messages);
      if (answer.status !== 'success') return;
      Object.entries(answer.data.unit).forEach(([name, value]) => {
        const place = document.querySelector(`#unit_profile [data-field="${name}"]`);
        if (place) place.textContent = value === null ? '' : value;
      });
    } catch (failure) {
      show('error', ['The change could not be saved. Please try again.']);
    }
  });
});
