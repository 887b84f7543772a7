/**
 * A page of plain declarations: what nobody could misunderstand under a post that proposes something. Written for the benchmark and kept
 * aside: rows.ts leaves out whatever is the same to the letter.
 */
export const POST = {
  title: 'The town should close the market square to cars',
  text: 'On Saturdays nobody can cross the square any more. I propose that it is closed to cars for good, with parking behind the station.',
};

const list = (text: string) => text.trim().split('\n');

/** Declarations by what they declare; never trained on. */
export const DECLARATIONS = {
  support: list(`
I'm all for closing it.
I support closing the square.
Yes, close it.
Yes, close the square to cars.
Absolutely, close it.
I agree with every word.
I agree with closing it.
I fully agree with your proposal.
You have my full support.
I'd vote yes on this.
I would vote for this tomorrow.
My vote goes to closing it.
Put me down as a yes.
Put my name on the list of supporters.
I'm on board.
I'm totally on board with this.
Fully on board.
I'm with you on this.
I'm with you 100 percent.
You can count on my support.
+1 for closing it
+1, great proposal
+1, should have been done years ago
A big yes from our family.
What a wonderful proposal.
This is a wonderful idea.
Fantastic idea!
Superb idea, I hope it happens.
Really good idea.
Such a good idea.
The best idea anyone has had in years.
This is exactly what we need.
Exactly what this town needs.
That is exactly my opinion.
I share your opinion.
I think you are completely right.
You're completely right about the square.
You are right, it should be closed.
The author is right.
Right you are, close it.
Well argued, I agree.
I endorse this.
I endorse this proposal wholeheartedly.
I back this.
I back this proposal.
Backing this all the way.
I'm in favour of closing it.
I'm strongly in favour.
Very much in favour of this.
Entirely in favour.
I stand behind this proposal.
I approve of this.
I approve of the plan.
I'd be happy to see this happen.
I'd be very happy with that.
I would welcome this.
I welcome the proposal.
We should definitely do this.
We should do this as soon as possible.
It should have been closed long ago.
It must be closed, you're right.
Do it today rather than tomorrow.
The sooner the better.
Yes please, the sooner the better!
I hope the council does it.
I really hope this gets done.
Please close it, for all of us.
I've wanted this for years.
I have wanted exactly this for ten years.
This makes a lot of sense.
This makes total sense to me.
Sounds like a very good plan.
Good plan.
Great plan, let's go ahead.
Go ahead with it.
I see nothing wrong with it, do it.
No complaints from me, I agree.
I have nothing against it, on the contrary, I'm for it.
Thumbs up from me.
Two thumbs up.
👍 from me
Hell yes
Oh yes, please!
Yes yes yes
A thousand times yes.
Of course it should be closed.
Of course, I support that.
Agreed, close it to cars.
Agreed on all points.
Agree with the post.
I completely support this.
I wholeheartedly agree.
Wholeheartedly agree with you.
I could not agree more with you.
Couldn't agree more with the author.
Thank you for this proposal, I support it.
Thank you, somebody had to say it. I agree.
Bravo, I'm for it.
Love the proposal.
I love this plan.
`),
  oppose: list(`
I'm against closing it.
I am against closing the square.
No, don't close it.
No, keep the square open.
Please do not close the square.
I disagree with every word.
I disagree with closing it.
I completely disagree with your proposal.
You don't have my support.
I'd vote no on this.
I would vote against this tomorrow.
My vote goes against closing it.
Put me down as a no.
Put my name on the list of opponents.
I'm not on board.
I'm not on board with this at all.
I'm not with you on this.
I can't get behind this.
I cannot get behind this proposal.
You can't count on my support.
-1 for closing it
-1, awful proposal
-1, this would ruin the town
A big no from our family.
What an awful proposal.
This is an awful idea.
Dreadful idea!
Really bad idea.
Such a bad idea.
The worst idea anyone has had in years.
This is exactly what we don't need.
The last thing this town needs.
That is the opposite of my opinion.
I don't share your opinion.
I think you are completely wrong.
You're completely wrong about the square.
You are wrong, it should stay open.
The author is wrong.
Wrong, it must stay open.
Badly argued, I disagree.
I reject this.
I reject this proposal.
I strongly reject this proposal.
I oppose this proposal.
I oppose closing the square.
I'm opposed to closing it.
I'm strongly opposed to this.
Very much against this.
Entirely against it.
I'm dead set against this.
I stand against this proposal.
I disapprove of this.
I disapprove of the plan.
I'd be very unhappy to see this happen.
I'd hate to see that happen.
I would regret this.
I do not welcome the proposal.
We should definitely not do this.
We should never do this.
It should never be closed.
It must not be closed, you're mistaken.
You are mistaken.
I'm afraid you're mistaken.
I'm afraid I disagree.
I hope the council doesn't do it.
I really hope this never gets done.
Please leave the square open, for all of us.
I've fought against this for years.
This makes no sense to me at all.
This doesn't make any sense.
Sounds like a very bad plan.
Bad plan.
Terrible plan, drop it.
Drop it.
Forget it.
I see nothing right with it, don't do it.
Thumbs down from me.
Two thumbs down.
👎 from me
Hell no, not this
Oh no, please don't!
No no no
A thousand times no.
Of course it should not be closed.
Of course not, I oppose that.
I don't agree with the post.
I do not agree with you at all.
I can't agree with this proposal.
I wholeheartedly disagree.
Wholeheartedly disagree with you.
I could not disagree more.
Couldn't disagree more with the author.
I object to this proposal.
I object, keep it open.
Count me among the opponents.
I hate this plan.
I hate the proposal.
I don't like the proposal at all.
I don't want the square closed.
Nobody here wants the square closed.
`),
  neutral: list(`
The market is on Saturdays and Wednesdays.
The square was paved in 1974.
There is a fountain in the middle of it.
I moved here last spring.
My brother used to sell flowers there.
The council meets on Tuesday.
The minutes are on the council's website.
The photo shows the old town hall.
The library is on the other side of the street.
This was in the local paper yesterday.
Here is the link to the map.
I took this picture last week.
Moved to the local news section.
This is the third thread on the square this month.
Merged with the older topic.
Posting to get notifications.
Marking this to read later.
I'll read it tonight.
Reading from abroad, greetings.
Greetings from the other end of the country.
First comment of the day.
Sorry for the double post.
Edit: fixed the spelling.
I posted in the wrong thread, please ignore.
The weather was lovely on Saturday.
My train was late again.
I had coffee there this morning.
Their apple cake is famous.
It's my birthday today.
Happy new year everyone.
I have no view on this.
I really have no opinion about it.
I neither support nor oppose it.
No preference either way.
I don't live there, so it's all the same to me.
It's all the same to me.
I am undecided.
Still undecided here.
I can't say.
I know too little about it to say.
There are good reasons on both sides.
Both sides have a point.
Let's wait for the report.
The report comes out in June.
There will be a hearing in May.
A survey was sent to all households.
The survey closes on Friday.
The station has about two hundred parking places.
Parking there costs two euros an hour.
The bus stops at the town hall.
`),
  question: list(`
How many cars cross the square on a Saturday?
How many parking places are behind the station?
How far is it from the station to the square?
What would it cost?
Who would have to pay for that?
When would it be closed?
When does the council decide?
From what date would it apply?
Would it be closed at night too?
Would it be closed every day or only on Saturdays?
Would buses still be allowed?
Are delivery vans exempt?
Are taxis included?
Does this include motorbikes?
What about people with disabled badges?
What happens to the taxi rank?
What happens to the parking places on the square?
Which streets would be closed?
Which side of the square do you mean?
Which square do you mean?
Do you mean the old market or the new one?
Do you live there?
Do you have numbers?
Do you have a link to the plan?
Is there a map of the plan?
Is there a drawing somewhere?
Is there a petition?
Where can I sign?
Where can one read the plan?
Where did you get the numbers?
Who owns the land behind the station?
Who proposed it first?
Has the council discussed it?
Has anyone asked the shops?
Has this been tried before?
Has it been done in other towns?
How did other towns do it?
How long would the work take?
How would the shops get their deliveries?
How would emergency services get through?
How would I get to my garage?
Can you explain the part about the station?
Could you explain what you mean by for good?
What exactly do you propose?
What does the fire brigade say?
What do the shop owners say?
Why the station and not the river bank?
Why only cars?
Can residents still drive to their houses?
Did anybody count the cars?
`),
} as const;
