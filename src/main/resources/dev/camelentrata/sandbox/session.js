// Warns before the session ends and keeps it alive on request; changes the property.
(() => {
  const overlay = document.getElementById('logout_alert_container');
  const WARN_SECONDS = 65;
  let known = '';
  let deadline = Infinity;

  const cookie = (name) => Number((document.cookie.match('(?:^|; )' + name + '=(\\d+)') || [])[1]);
  const leave = () => location.assign('/?module=authenticationxxx&action=logout&return_url='
    + encodeURIComponent(location.pathname + location.search));

  const tick = () => {
    const next = cookie('next_expiration_check');
    const current = cookie('current_expiration_check');
    if (String([current, next]) !== known) {
      known = String([current, next]);
      deadline = next ? Date.now() + (next - current) * 1000 : 0;
    }
    const left = Math.ceil((deadline - Date.now()) / 1000);
    if (left <= 0) return leave();
    const warn = left <= WARN_SECONDS;
    if (warn) overlay.querySelector('.seconds-left').textContent = left;
    if (warn && overlay.hidden) {
      overlay.hidden = false;
      document.getElementById('stay_logged_in').focus();
    }
    if (!warn) overlay.hidden = true;
    setTimeout(tick, 1000);
  };

  document.getElementById('stay_logged_in').addEventListener('click', async () => {
    const answer = await fetch('/?module=general_dashboardxxx&action=keep_alive', {
      method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    if (!answer.ok) leave();
  });

  document.getElementById('property_selector').addEventListener('change', (event) => {
    const id = event.target.value;
    const chosen = event.target.selectedOptions[0].hasAttribute('value');
    const module = new URLSearchParams(location.search).get('module') || '';
    const own = ['property_unitsxxx', 'property_floorplansxxx', 'propertyxxx'].includes(module);
    location.assign(chosen
      ? `/?module=${own ? module : 'propertyxxx'}&property[id]=${encodeURIComponent(id)}`
      : '/?module=propertiesxxx');
  });

  tick();
})();
