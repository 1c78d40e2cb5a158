// Login: the "Login" link submits its form; Enter does too.
document.querySelectorAll('[data-submits]').forEach((link) => {
  const form = link.closest('form');
  const submit = () => { if (form.reportValidity()) form.submit(); };
  link.addEventListener('click', (event) => { event.preventDefault(); submit(); });
  link.addEventListener('keydown', (event) => { if (event.key === ' ') { event.preventDefault(); submit(); } });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input')) { event.preventDefault(); submit(); }
  });
});
