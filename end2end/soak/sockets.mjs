// Requests that no browser would send: by hand, over a socket of their own.
import { connect } from 'node:net';

/** What they say they will send: the largest photo there may be. */
const PROMISED = 7_000_000;
const BEGIN = '--x\r\ncontent-disposition: form-data; name="photo"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';
/** As a JPEG begins: a start and a comment of the greatest length. */
const LIKE_A_PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0xff, 0xff]);
const TWICE_A_SECOND = 500;

/**
 * A photo that is sent this slowly, from that address as a proxy names it, until it is answered; with
 * the status (or `cut`), and after how many seconds it came.
 */
export function slowUpload(port, { cookie, from, bytesPerSecond }) {
  const began = performance.now();
  const socket = connect(port, '127.0.0.1');
  const head = [
    'POST /photo/upload HTTP/1.1', 'Host: x', 'Sec-Fetch-Site: same-origin', 'Accept: application/json',
    `X-Forwarded-For: ${from}`, `Cookie: ${cookie}`, 'Content-Type: multipart/form-data; boundary=x',
    `Content-Length: ${PROMISED}`,
  ].join('\r\n');
  socket.write(Buffer.concat([Buffer.from(`${head}\r\n\r\n${BEGIN}`), LIKE_A_PHOTO]));
  const part = Buffer.alloc(bytesPerSecond * TWICE_A_SECOND / 1000, 0x20);
  const drip = setInterval(() => socket.write(part), TWICE_A_SECOND);
  let [told, isGivenUp] = ['', false];
  socket.on('data', (data) => {
    told += data.toString('latin1');
    if (told.includes('\r\n\r\n')) socket.destroy();
  });
  socket.on('error', () => {});
  const answered = new Promise((resolve) => socket.on('close', () => {
    clearInterval(drip);
    resolve({ status: told.split(' ')[1] ?? 'cut', seconds: (performance.now() - began) / 1000, isGivenUp });
  }));
  const giveUp = () => {
    isGivenUp = true;
    socket.destroy();
  };
  return { answered, giveUp };
}
