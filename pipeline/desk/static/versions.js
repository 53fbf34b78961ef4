// Two versions of a message side by side; what only one of them has is marked.

/** Draw both; each is { title, topic, words }, `tasks` tells what a topic is called. */
export function compare(notice, mine, theirs, tasks) {
  const both = [lines(mine, tasks), lines(theirs, tasks)];
  notice.querySelector(".mine").replaceChildren(...drawn(both[0], both[1]));
  notice.querySelector(".theirs").replaceChildren(...drawn(both[1], both[0]));
}

function lines(version, tasks) {
  return [`Tên tin: ${version.title}`, `Phục vụ việc: ${tasks(version.topic)}`, ...version.words.trim().split("\n").filter((each) => each.trim())];
}

function drawn(own, others) {
  return own.map((each) => {
    const line = document.createElement("p");
    const inside = line.appendChild(document.createElement(others.includes(each) ? "span" : "mark"));
    inside.textContent = each;
    return line;
  });
}
