"""Headings that mean one of our columns only sometimes, or half of one, or none."""

from advisor.rules.columns import Field
from advisor.rules.synonyms.words import words

WEAK: dict[Field, tuple[str, ...]] = {
    Field.COMPANY: words("name, account, client"),
    Field.INTEREST: words("""
        rating, my rating, priority, prio, score, stars, preference, motivation, appeal, bewertung
        priorität, priorité, évaluation, prioridad, valoración, puntuación, priorità
        valutazione, punteggio, prioriteit, beoordeling, waardering, prioridade, avaliação, 优先级
    """),
    Field.CLOSENESS: words("match, match score, fit, fit score, relevance, relevanz, relevancia"),
    Field.PAY: words("rate, income, einkommen, money, paga, vergoeding"),
    Field.MY_DECISION: words("""
        decision, final decision, go/no go, entscheidung, décision, decisión, decisione
        beslissing, decisão
    """),
    Field.MY_REASON: words("""
        reason, reasons, why, grund, begründung, warum, raison, pourquoi, razón, motivo
        ragione, reden, waarom, razão
    """),
    Field.ROUND: words("phase, fase"),
    Field.LOCATION: words("""
        city, remote, remote?, work model, remote eligible, remote ok, remote possible, is remote
        work mode, work arrangement, working model, hybrid, country, region, where, office, stadt
        homeoffice, home office, ville, télétravail, ciudad, remoto, teletrabajo, città
        telelavoro, da remoto, stad, thuiswerken, cidade, local, trabalho remoto, 城市, 远程
    """),
    Field.CONTACT: words("""
        recruiter, recruiter name, interviewer, interviewers, interviewer name, hiring manager
        recruteur, reclutador, entrevistador, selezionatore, recrutador, интервьюер
    """),
    Field.SOURCE: words("job board, website found, platform, plattform, origine"),
    Field.STATUS: words(
        "state, progress, outcome, result, stand, ergebnis, avancement, esito, 进度"
    ),
    Field.LINK: words("url, website, listing, posting, anzeige, oferta, advertentie"),
    Field.NOTES: words("""
        comments, comment, description, memo, details, observations, other, kommentar, kommentare
        beschreibung, commentaires, commentaire, comentarios, descripción, commenti, osservazioni
        nota, comentários, descrição, 说明, コメント
    """),
}
"""Column → headings that mean it if no better one is there and the cells fit."""

ASKED: dict[str, Field | None] = {
    **dict.fromkeys(
        words("date, day, datum, tag, jour, fecha, día, data, giorno, dag, dia, 日期, 日付, дата"),
        Field.START,
    ),
    **dict.fromkeys(
        words("""
            deadline, due, due on, due date, due by, frist, fällig, fällig am, stichtag, échéance
            date limite, fecha límite, plazo, scadenza, prazo, data limite, uiterste datum
            截止日期, 締切
        """),
        Field.REPLY_BY,
    ),
    **dict.fromkeys(
        words("""
            date applied, applied, applied on, application date, date of application, applied date
            start date, date added, date sent, created, created date, beworben am, bewerbungsdatum
            eintrittsdatum, date de candidature, postulé le, fecha de solicitud
            fecha de postulación, data candidatura, data di candidatura, sollicitatiedatum
            gesolliciteerd op, data da candidatura, 投递时间, 投递日期, 応募日
        """),
        None,
    ),
}
"""Headings of days that need not be ours → the column to propose, if any. They stay unmapped."""

INTERVIEW_TIME = words("""
    interview time, time of interview, time, start time, interview hour, time slot, hour, at
    uhrzeit, zeit, gesprächszeit, heure, heure de l'entretien, heure d'entretien, hora
    hora de la entrevista, hora de entrevista, ora, orario, ora del colloquio, tijd, tijdstip
    hora da entrevista, horário, 时间, 時間
""")
"""Headings of a time of day beside the day of the interview; joined with it."""

PAY_LOW = words("""
    salary min, min salary, minimum salary, salary low, salary from, pay min, min pay, pay from
    compensation min, min compensation, gehalt min, gehalt von, mindestgehalt, salaire min
    salaire minimum, salario mínimo, salario min, sueldo mínimo, stipendio minimo, stipendio min
    salaris min, minimum salaris, salaris van, salário mínimo, salário min, 最低薪资
""")
PAY_HIGH = words("""
    salary max, max salary, maximum salary, salary high, salary to, pay max, max pay, pay to
    compensation max, max compensation, gehalt max, gehalt bis, höchstgehalt, salaire max
    salaire maximum, salario máximo, salario max, sueldo máximo, stipendio massimo, stipendio max
    salaris max, maximum salaris, salaris tot, salário máximo, salário max, 最高薪资
""")
"""Headings of the two ends of a pay range in columns of their own; joined to one range."""

OTHER_HEADINGS = words("""
    month, months, year, week, id, no, number, nr, index, email, e-mail, mail, phone
    phone number, telephone, mobile, address, size, company size, industry, sector, department
    team, manager, benefits, bonus, equity, skills, requirements, requirement, resume, cv
    cover letter, prep notes, follow up, follow up date, next step, next steps, last contact, reply
    reply to, replied, response, interests, removed, changes, charge, updated, modified, rank
    ranking, order, category, type, level, seniority, visa, language, languages, questions, feedback
    offer, offers, offered, tags, color, colour, term, contract, owner, created by, monate, mois
    meses, mesi, maanden, people, contacts, name of contact, hours, cost, costs, position id, job id
    opportunity id, posted, posted on, date posted, rounds, tools, steps, race, noted, past
    what to fix
""")
"""Ordinary headings that are none of ours, so that no slip of the pen turns them into one."""
