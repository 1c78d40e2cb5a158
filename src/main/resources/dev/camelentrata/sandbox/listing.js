// The listing widget: loads its fragment, pages, sorts and filters by loading it again.
(() => {
  const container = document.getElementById('div-listing-container');
  if (!container) return;
  const filters = document.getElementById('frm-view-data-filters2');
  let sort = {};
  let latest = 0;

  const parameters = (pageNo) => {
    const form = new URLSearchParams(filters ? new FormData(filters) : undefined);
    form.set('is_ajax_request', '1');
    form.set('next_page_no', pageNo);
    Object.entries(sort).forEach(([name, value]) => form.set(name, value));
    return form;
  };

  const load = async (pageNo) => {
    const mine = ++latest;
    container.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(container.getAttribute('custom_load_url'), {
        method: 'POST',
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
        body: parameters(pageNo),
      });
      if (response.redirected && response.url.includes('module=authentication')) {
        location.assign('/?module=authenticationxxx&action=view_login&return_url='
          + encodeURIComponent(location.pathname + location.search));
        return;
      }
      const fragment = await response.text();
      if (mine === latest) container.innerHTML = fragment;
    } catch (failure) {
      if (mine === latest) {
        container.innerHTML = '<p class="alert error slim" role="alert">The list could not be loaded.</p>';
      }
    }
    if (mine === latest) container.removeAttribute('aria-busy');
  };

  container.addEventListener('click', (event) => {
    const link = event.target.closest('[data-go-page],[data-sort-by]');
    if (!link) return;
    event.preventDefault();
    if (link.dataset.sortBy) {
      const again = sort.sort_by === link.dataset.sortBy && sort.sort_direction === 'asc';
      sort = { sort_by: link.dataset.sortBy, sort_direction: again ? 'desc' : 'asc' };
    }
    load(link.dataset.goPage || 0);
  });
  if (filters) {
    filters.addEventListener('submit', (event) => { event.preventDefault(); load(0); });
    filters.addEventListener('reset', () => setTimeout(() => load(0)));
  }
  load(0);
})();
