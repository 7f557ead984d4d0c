"""Load Love numbers, disk response and the operator from storage to displacement."""
