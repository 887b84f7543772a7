import type { Stance } from '../verdict.ts';

/** The stances that can be declared plainly. */
export type DeclaredStance = Exclude<Stance, 'mixed'>;

/**
 * Forms of plain declarations, as people write them under a post or a comment: what the labelled threads, full of quarrels, hardly hold.
 * `{name}` is filled from the slots in declarations.ts.
 */
const lines = (text: string) => text.trim().split('\n');

/** Forms of declarations by what they declare; to train on. */
export const DECLARED_FORMS: Record<DeclaredStance, string[]> = {
  support: lines(`
I {very} support {it}
I {very} agree with {it}
I {very} agree
I agree with {it}, {very}
I'm {very} in favour of {it}
I am {very} in favor of {it}
I'm all in favour of {it}
I'm {very} for {it}
I am all for {it}
I'm {very} behind {it}
I'm on board with {it}
I am {very} on board
{it} has my vote
{it} has my full support
You have my vote for {it}
You've got my support on {it}
I'd happily vote for {it}
I would vote yes on {it}
I'd vote in favour of {it}
My vote is for {it}
My vote goes to {it}
My vote: yes
A clear yes to {it}
Yes to {it}
Yes, {very}
Yes, do {it}
Yes, I agree with {it}
I say yes
Put me down in favour
Count me in for {it}
Count me as a supporter of {it}
Sign me up for {it}
+1
+1 for {it}
+1 to {it}
+1, {good} {idea}
+1 from me
👍
👍 for {it}
{it} is a {good} {idea}
This is a {good} {idea}
What a {good} {idea}
{good} {idea}
Such a {good} {idea}
I think {it} is a {good} {idea}
I think {it} is right
I think that is {very} right
The best {idea} I have heard in years
Best {idea} so far
Best {idea} of the year
{it} is the right thing to do
{it} is exactly right
{it} is exactly what we need
Exactly what I was hoping for
We need {it}
We need exactly this
We should {very} do {it}
We should do {it} soon
Let's do {it}
Let's go ahead with {it}
Go ahead with {it}
Please go ahead
Please do {it}
Do it, the earlier the better
The earlier the better
{it} is long overdue
{it} is overdue
{it} should have been done years ago
This should have happened long ago
It was about time for {it}
About time somebody proposed {it}
{it} makes {good} sense
{it} makes a lot of sense
This makes sense to me
{it} would be {good} for all of us
{it} would make things better
{it} will help everyone
I like {it}
I {very} like {it}
I love {it}
I want {it}
I want {it} too
I've wanted {it} for a long time
I would be glad about {it}
I'd be happy with {it}
I am glad someone proposes {it}
I hope {it} happens
I really hope {it} goes through
I hope they do {it}
I approve of {it}
I {very} approve
I endorse {it}
I back {it}
I welcome {it}
I second {it}
Seconded
I share this view
I share your view on {it}
That is my opinion as well
My opinion too
I see it the same way
I see it exactly like you
I think the same
I think so too
I feel the same about {it}
You are {very} right
You're {very} right about {it}
You are right about {it}
OP is {very} right
OP has my support
The author has a point, I agree
You convinced me, I'm for {it}
Couldn't agree more with {it}
I can only agree
I can only agree with {it}
Nothing to add, I agree
No objections from my side
I have no objections to {it}, go for it
Nothing against {it}, I'm for it
I have nothing against {it}, quite the opposite
Not a bad idea at all, I'm for {it}
I see no reason not to do {it}
Why not, {good} {idea}
Agreed
{very} agreed
Agreed with {it}
Well said, I agree
Thank you for {it}, you have my support
Thanks for writing this, I agree
Finally! I'm for {it}
Hell yes to {it}
Oh yes
Yes yes
Yes!!!
This, so much
Exactly this
Absolutely right
`),
  oppose: lines(`
I {very} oppose {it}
I {very} disagree with {it}
I {very} disagree
I disagree with {it}, {very}
I don't agree with {it}
I do not agree with {it} at all
I don't agree
I'm {very} against {it}
I am {very} against {it}
I'm {very} opposed to {it}
I am opposed to {it}
I'm not in favour of {it}
I am not for {it}
I don't support {it}
I do not support {it}
I can't support {it}
I cannot get behind {it}
I'm not behind {it}
I'm not on board with {it}
{it} does not have my vote
{it} doesn't have my support
You don't have my vote for {it}
You will not get my support on {it}
I'd never vote for {it}
I would vote no on {it}
I'd vote against {it}
My vote is against {it}
My vote goes against {it}
My vote: no
A clear no to {it}
No to {it}
No, {very} not
No, don't do {it}
No, I disagree with {it}
I say no
Put me down against
Count me out of {it}
Count me as an opponent of {it}
Count me among those against {it}
-1
-1 for {it}
-1 to {it}
-1, {bad} {idea}
-1 from me
-1, please don't
-1, I don't like {it}
−1
👎
👎 for {it}
{it} is a {bad} {idea}
This is a {bad} {idea}
What a {bad} {idea}
{bad} {idea}
Such a {bad} {idea}
I think {it} is a {bad} {idea}
I think {it} is wrong
I think that is {very} wrong
I don't think {it} is a good idea
Not a good {idea}
{it} is not a good {idea}
The worst {idea} I have heard in years
Worst {idea} so far
Worst {idea} of the year
{it} is the wrong thing to do
{it} is {very} wrong
{it} is exactly what we do not need
Exactly what I was afraid of
The last thing we need
The last thing anybody wants is {it}
We don't need {it}
We do not need {it}
Nobody needs {it}
No one asked for {it}
Nobody wants {it}
We should not do {it}
We should never do {it}
We {very} should not do {it}
Let's not do {it}
Don't do {it}
Please don't do {it}
Please do not do {it}
Please leave everything as it is
Leave it as it is
Drop {it}
Scrap {it}
Just drop {it}
Forget about {it}
{it} is unnecessary
{it} is a mistake
{it} would be a big mistake
{it} should never happen
This must never happen
{it} must not happen
{it} makes no sense
{it} makes no sense to me
This doesn't make sense
{it} would be {bad} for all of us
{it} would make things worse
{it} will help nobody
{it} won't work
{it} will never work
I dislike {it}
I {very} dislike {it}
I hate {it}
I don't like {it}
I do not like {it} at all
I don't want {it}
I do not want {it}
I never wanted {it}
I'd be unhappy about {it}
I am not happy with {it}
I'm sorry someone proposes {it}
I hope {it} never happens
I really hope {it} fails
I hope they don't do {it}
I hope {it} gets dropped
I disapprove of {it}
I {very} disapprove
I reject {it}
I {very} reject {it}
I object
I object to {it}
I {very} object to {it}
I don't share this view
I don't share your view on {it}
That is not my opinion
I see it the other way round
I see it differently
I think the opposite
I don't think so
I think otherwise
You are {very} wrong
You're {very} wrong about {it}
You are wrong about {it}
You are mistaken about {it}
I think you are mistaken
I'm afraid you are wrong
I'm afraid I can't agree
OP is {very} wrong
OP does not have my support
The author is mistaken
You did not convince me, I'm against {it}
Couldn't disagree more with {it}
I can only disagree
I can only disagree with {it}
I have strong objections to {it}
I see no reason to do {it}
I see no good in {it}
Disagreed
{very} disagree
Disagree with {it}
Nonsense, I disagree
Hell no to {it}
Oh no, not {it}
No no
No!!!
Not this, please
Never
Never ever
Absolutely wrong
That is simply not true
That's false
`),
  neutral: lines(`
I have no opinion on {it}
I have no opinion about {it}
I have no view on {it}
I really have no view
I have no strong opinion either way
I neither support nor oppose {it}
I neither agree nor disagree
I'm neither for nor against {it}
I am undecided about {it}
I'm still undecided
I am undecided
I'm on the fence about {it}
I have no preference
No preference here
No strong feelings about {it}
It's all one to me
It makes no difference to me
I don't care either way
I don't mind either way
I can't judge {it}
I can't tell whether {it} is good or bad
I don't know enough about {it}
I don't know what to think of {it}
I'm not sure about {it}
There are points on both sides
Both sides have good arguments
I see good points on both sides
I abstain
I'll abstain from this vote
Let's wait and see
We will see
I'll wait for {thing}
{thing} came out {day}
{thing} was published {day}
I read {thing} {day}
I saw {thing} {day}
Here is {thing}
Here's a link to {thing}
See {thing}
The meeting is {day}
The meeting was {day}
The vote takes place {day}
The hearing is {day}
My sister lives there
My neighbour works there
I was there {day}
I took that photo {day}
I moved here {day}
It rained {day}
I had lunch there {day}
My train was late {day}
It was on the radio {day}
The building is from 1931
There is a bench in front of it
The bus stops right there
Moved to another section
Merged with another thread
Posted in the wrong thread, sorry
Sorry for posting twice
Edited for spelling
Following
Subscribing to this thread
Saving this for later
Marked to read later
Greetings from Norway
Reading this from Canada
Happy holidays everyone
Good morning
First
Same thread as last year
There is another thread about {it}
`),
  question: lines(`
What do you mean by {it}?
What does {it} mean?
What exactly is {it}?
How would {it} work?
How much would {it} cost?
How long would {it} take?
Who decides about {it}?
Who pays for {it}?
Who came up with {it}?
When would {it} start?
When is the vote on {it}?
Where can I read more about {it}?
Where is {thing}?
Is there a link to {thing}?
Do you have {thing}?
Has anyone read {thing}?
Which part of {it} do you mean?
Why {it}, and why now?
Does {it} include everyone?
Would {it} apply to all of us?
What about people who cannot take part?
What happens to the old one?
What happens afterwards?
Is {it} already decided?
Can you explain {it}?
Could you say more about {it}?
Can somebody explain {it} to me?
Do you have any numbers on {it}?
Do you have a source for {it}?
Has {it} been tried elsewhere?
How did it go elsewhere?
What do the others say?
What are the alternatives to {it}?
Is there a deadline for {it}?
May I ask where you live?
Did anybody ask the staff?
How many people does {it} concern?
`),
};
