// Generates a report, waits until the cookie named like its token is 1, and offers the file.
(() => {
  const form = document.getElementById('frm_generate_report');
  const result = document.getElementById('report_result');
  const LONGEST_WAIT_MS = 30000;

  const call = (action, more) => fetch('/?module=report_instances_newxxx&action=' + action, {
    method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' }, body: new URLSearchParams(more),
  });

  const watch = async (token, url, wait) => {
    await call('view_report_status', { token });
    if (document.cookie.split('; ').includes(token + '=1')) {
      const link = document.createElement('a');
      link.href = url;
      link.textContent = 'Open the report';
      result.replaceChildren(link);
    } else {
      setTimeout(() => watch(token, url, Math.min(wait * 2, LONGEST_WAIT_MS)), wait);
    }
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    result.textContent = 'Preparing the report…';
    const answer = await (await call('generate_report', new FormData(form))).json();
    if (answer.error) {
      result.textContent = answer.error.map((e) => e.message).join(' ');
    } else {
      watch(answer.token, answer.url, 100);
    }
  });
})();
