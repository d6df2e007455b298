import { createRoot } from 'react-dom/client';
import { Door } from './app/door';

const place = document.getElementById('page');
if (place) createRoot(place).render(<Door />);
