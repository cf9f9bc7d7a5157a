"""Writes fixtures of about 1 KB: fixtures.py <folder> <how many>."""
import json
import pathlib
import sys

folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
for number in range(count):
    payload = {
        "interactionId": f"int-{number:08d}",
        "channelType": ["voice", "chat", "email", "sms"][number % 4],
        "sentimentScore": (number % 201 - 100) / 100,
        "tags": ["vip"] if number % 3 == 0 else ["repeat_caller", "web"],
        "transcript": [
            {"speaker": ["agent", "customer"][line % 2], "text": f"Line {line} of conversation {number}, a sentence as people say it.", "offset": line * 1500}
            for line in range(7)
        ],
        "attributes": {f"attribute_{key}": f"value {key * number}" for key in range(6)},
    }
    (folder / f"case-{number:06d}.json").write_text(json.dumps(payload))
