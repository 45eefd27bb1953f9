filedesc://crawl.arc 192.0.2.7 20080430204825 text/plain 69
1 0 Norland
URL IP-address Archive-date Content-type Archive-length


https://norland.example/a b 192.0.2.7 20080430204825 text/html 269
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Crossing opens</title></head><body><p>The ministers of Norland and Sudia met on Tuesday and agreed to open the crossing again.</p></body></html>
dns:norland.example 192.0.2.7 20080430204825 text/dns 9
192.0.2.7
https://norland.example/c 192.0.2.7 20080430204825 text/html 80
HTTP/1.1 500 Internal Server Error
Content-Type: text/html; charset=utf-8

no
