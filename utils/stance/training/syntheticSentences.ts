/** A claim, what speaks for it and against it, what is asked, and what is said beside it. */
export interface Topic {
  title: string;
  post: string;
  support: string[];
  oppose: string[];
  question: string[];
  neutral: string[];
}

/** The claims of which synthetic threads are made. */
export const TOPICS: Topic[] = [
  {
    title: 'Libraries should be open on Sundays',
    post: 'Most people work all week. The one day on which they could sit and read, the library is shut. Open it on Sundays and close it on a Monday instead.',
    support: [
      'My kids would be there every week.',
      'It worked in the town where I grew up.',
      'Sunday is the only day I have.',
      'A quiet warm room for everybody, what could be better.',
    ],
    oppose: [
      'The staff have families too.',
      'They tried it here and nobody came.',
      'It would cost a fortune in wages.',
      'Monday is when the schools use it.',
    ],
    question: ['Who would pay for the extra shift?', 'What about the smaller branches?', 'Is there a number for how many would come?'],
    neutral: [
      'Ours moved to a new building last spring.',
      'The catalogue is online now, by the way.',
      'The opening hours are on the door.',
    ],
  },
  {
    title: 'Why I stopped using a dishwasher',
    post: 'Washing up by hand takes ten minutes, makes no noise, and it is the only time of the day when I think. The machine is a solution to a problem nobody has.',
    support: [
      'I sold mine two years ago and never missed it.',
      'Ten minutes of peace, just as you describe.',
      'The machine never gets the pans clean anyway.',
      'My grandmother always said so.',
    ],
    oppose: [
      'A full machine uses far less water than you do.',
      'Try that with three children.',
      'Some of us have better things to do at night.',
      'Hands are for other things than hot grease.',
    ],
    question: ['How many people are you cooking for?', 'Do you dry by hand as well?', 'What do you do with the big pots?'],
    neutral: ['I have a dishwasher from the nineties.', 'There was a documentary about this once.', 'My brush is made of coconut.'],
  },
  {
    title: 'Remote work is here to stay',
    post: 'Three years of data show that people get as much done at home as in the office, and they are happier. Companies that force everyone back will lose their best people.',
    support: [
      'I would never go back to two hours on a train.',
      'Our team ships more than it ever did.',
      'The best engineer we had left over this.',
      'My output doubled and I sleep longer.',
    ],
    oppose: [
      'New people learn nothing when they sit alone.',
      'Half of my colleagues do nothing at home.',
      'You cannot build trust over a screen.',
      'The data you mention measures hours, not results.',
    ],
    question: ['Which study is that?', 'How do you train beginners?', 'Does that hold for sales as well?'],
    neutral: [
      'We have had desks to share since spring.',
      'I drive a bus, so it is all the same to me.',
      'There is a survey about it on the intranet.',
    ],
  },
  {
    title: 'The new bridge was a mistake',
    post: 'It cost forty million and saves four minutes. The old ferry brought people to the harbour shops, and now they drive past. We should say openly that it was a mistake.',
    support: [
      'The shops by the water are all closed now.',
      'Nobody I know asked for it.',
      'Four minutes, for that money, it is a joke.',
      'I miss the ferry every single day.',
    ],
    oppose: [
      'An ambulance used to need half an hour.',
      'The ferry stood still every winter.',
      'Traffic doubled because people wanted it.',
      'Those shops were dying long before.',
    ],
    question: ['Where does the forty million come from?', 'Did they ever count the passengers?', 'What happened to the ferry crew?'],
    neutral: [
      'They are painting the railings this week.',
      'My uncle worked on the foundations.',
      'There are photos of the old pier in the museum.',
    ],
  },
  {
    title: 'Homework does more harm than good in primary school',
    post: 'Small children need to play and sleep. There is no evidence that worksheets at the kitchen table teach them anything but to hate school.',
    support: [
      'My daughter cried over it every evening.',
      'As a teacher I gave it up and the marks went up.',
      'Play is how they learn at that age.',
      'All it measures is how much time the parents have.',
    ],
    oppose: [
      'Without practice nothing stays in the head.',
      'A quarter of an hour never hurt any child.',
      'It is how parents see what is being taught.',
      'Reading at home is homework too, and it works.',
    ],
    question: ['From which age on would you allow it?', 'What about learning to read?', 'Do you have a link to the evidence?'],
    neutral: ['Ours get theirs on a tablet.', 'School starts again in August here.', 'I teach at a vocational college.'],
  },
  {
    title: 'Pineapple belongs on pizza',
    post: 'Sweet and salty is the oldest trick in the kitchen. Ham and melon, cheese and pear, and pineapple on pizza. Anyone who says otherwise has never had a good one.',
    support: [
      'With a little chili it is the best there is.',
      'Sweet and salty, that is the whole point.',
      'I order it every time and I am not ashamed.',
      'My Italian neighbour makes it and it is wonderful.',
    ],
    oppose: [
      'Warm fruit on cheese is a crime.',
      'It makes the base wet, that is all it does.',
      'Melon is not baked, that is the difference.',
      'Taste is one thing, this is vandalism.',
    ],
    question: ['Fresh or from the tin?', 'Does the same go for banana?', 'Which cheese do you use?'],
    neutral: ['We had fish tonight.', 'The oven at our place is broken.', 'There is a new pizzeria on the square.'],
  },
  {
    title: 'We should stop rewriting everything in a new framework every two years',
    post: 'Users gain nothing from it. Every rewrite loses the small fixes of years. Keep the boring tool, learn it properly and ship features.',
    support: [
      'We lost a year to the last one and got the same app.',
      'Boring tools are why I sleep at night.',
      'Nobody ever thanked me for a migration.',
      'The small fixes are the product.',
    ],
    oppose: [
      'Try hiring for a framework that died ten years ago.',
      'Security patches do not write themselves.',
      'The old code was slow and could not be fixed.',
      'Without change we would still ship tables and frames.',
    ],
    question: [
      'What do you do when it is no longer maintained?',
      'How old is your code base?',
      'Would you say the same about the database?',
    ],
    neutral: ['Version nine comes out in March.', 'I mostly write firmware.', 'There is a talk on this from the last conference.'],
  },
  {
    title: 'Cash should never be abolished',
    post: 'Card payments leave a trail, fail when the power does, and shut out those who have no account. Coins and notes are freedom. Shops must be made to accept them.',
    support: [
      'The terminals were down all Saturday and only cash worked.',
      'It is nobody’s business where I buy my bread.',
      'My mother would be lost without it.',
      'Freedom is exactly the word.',
    ],
    oppose: [
      'Cash is how taxes are evaded.',
      'I have not touched a coin in five years and miss nothing.',
      'Handling it costs shops more than the cards do.',
      'It is dirty and it gets stolen.',
    ],
    question: ['How do they do it in Sweden?', 'Would a cap on the amount be all right with you?', 'Who pays for the machines?'],
    neutral: ['The new notes have a lighthouse on them.', 'I collect coins from before the war.', 'The bank branch here is a bakery now.'],
  },
  {
    title: 'Why is dropping out of university still called “giving up”?',
    post: 'Nobody calls it giving up when you leave a job that makes you ill. Those who leave a course that is not theirs have often thought harder than those who stay. It is time that we saw it as a decision.',
    support: [
      'Leaving was not giving up, it was the first thing I ever chose myself.',
      'It takes courage to stop. That is not giving up, that is growing.',
      'It is seen as giving up because people fear it. This needs to change.',
      'My brother left and found the work he loves.',
    ],
    oppose: [
      'Three years of other people’s money and then you walk away. That is GIVING UP.',
      'Call it what you like, leaving halfway is giving up.',
      'A hard course is hard for everybody, and the others stay. So it is giving up.',
      'The country needs people who finish. Going like this is GIVING UP.',
    ],
    question: ['What did you study?', 'Did you go back later?', 'How did your parents take it?'],
    neutral: ['The faculty here has a new building.', 'Term begins in October.', 'I teach evening classes.'],
  },
  {
    title: 'Renting is not “wasted” money',
    post: 'My rent buys me the freedom to move, no repairs and no debt for thirty years. It is paid for something, every month. We should stop looking down on it.',
    support: [
      'Not wasted at all, I sleep better than my friends with a mortgage.',
      'Freedom has a price and it is not wasted.',
      'It is often described as wasted by those who sell houses.',
      'A roof over your head is never wasted money.',
    ],
    oppose: [
      'After twenty years you own nothing. That money is WASTED.',
      'I have paid rent half my life and it was wasted, every bit of it.',
      'Those who bought when I rented are rich now. Wasted is the word.',
      'It pays somebody else’s house, so yes, it is wasted.',
    ],
    question: ['What do you pay, if I may ask?', 'How do you plan for old age?', 'Is that with heating?'],
    neutral: ['We have a lift since May.', 'The flat above mine is empty.', 'Rents went up in the south.'],
  },
  {
    title: 'Since when is an early night “boring”?',
    post: 'I go to bed at nine and wake with the birds. Everybody laughs. But I get more out of my mornings than they do out of their nights, and I am never tired.',
    support: [
      'Mornings are wonderful. There is nothing boring about it.',
      'It is not boring to be rested, it is wise.',
      'People treat it as boring because they cannot sit still.',
      'I have done the same for ten years and feel great.',
    ],
    oppose: [
      'All the good things happen after ten. It is BORING.',
      'Your friends are right, this is boring.',
      'Life is short, and to sleep through the evenings is simply boring.',
      'At your age we danced till dawn. Going to bed like this is BORING.',
    ],
    question: ['Do you nap as well?', 'What time is dinner then?', 'How do you do it in summer?'],
    neutral: ['The birds here start at four.', 'I work nights at the hospital.', 'There is an app for that.'],
  },
];

/** How people begin who take a side, ask, or do neither; what follows is one of the topic's sentences, or nothing. */
export const OPENERS: Record<'support' | 'oppose' | 'question' | 'neutral', string[]> = {
  support:
    'I fully agree.|I agree.|Agreed.|Totally agree.|Completely agree with this.|Couldn’t agree more.|I couldn’t agree more with you.|Exactly.|Exactly this.|This.|This. So much this.|So true.|Very true.|Well said.|Very well put.|Beautifully said.|You are right.|You’re absolutely right.|Yes!|Yes, please.|Yep.|Absolutely.|Amen.|+1|+1 from me.|100% with you.|Spot on.|Great post.|Great idea.|Good point.|Thank you for saying this.|Thanks for writing this, it needed to be said.|Finally somebody says it.|I have said so for years.|I think you’re right.|I’m with you on this one.|Same here.|My thoughts exactly.|Hear, hear.|This resonates with me.|Love this.|I support this.|Makes perfect sense to me.|Strongly agree.|Can confirm.|Couldn’t have said it better.'.split(
      '|',
    ),
  oppose:
    'I disagree.|I strongly disagree.|Disagree.|Sorry, but no.|Sorry, but I disagree.|No.|No way.|Nope.|Nonsense.|This is nonsense.|What a load of rubbish.|That’s just not true.|That is simply wrong.|Wrong.|You’re wrong about this.|You are mistaken.|I don’t think so.|I don’t agree at all.|I don’t think that would work.|It won’t work.|Absolutely not.|Ridiculous.|This is ridiculous.|A terrible idea.|Bad idea.|Terrible idea, sorry.|I couldn’t disagree more.|With respect, that is not true.|Not convinced.|I don’t buy it.|Hard disagree.|You clearly have not thought about this.|That makes no sense.|Come on.|Are you serious?|Give me a break.|I am against this.|The opposite is true.|This is just wrong on so many levels.|Not at all.|Rubbish.|I beg to differ.|Please no.|-1|You’re missing the point.'.split(
      '|',
    ),
  question:
    'Question:|Honest question:|Just curious.|Sorry if I missed it.|Genuinely asking.|Maybe a stupid question.|Interesting.|Hm.||||||'.split(
      '|',
    ),
  neutral:
    'By the way.|Off topic, but|Fun fact.|For what it’s worth.|Here is what I know.|FYI.|Just a note.|Side note:|Reminds me of something.|lol|Anyway.||||||'.split(
      '|',
    ),
};
