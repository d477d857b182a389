import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createAppStore } from './app-store';
import './styles/base.css';

const app = createAppStore(window.tocsin);
createRoot(document.querySelector('#root')!).render(<App app={app} />);
