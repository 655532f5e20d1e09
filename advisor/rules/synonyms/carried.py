"""Headings of the columns that name an invite, decide on it, or are carried along."""

from advisor.rules.columns import Field
from advisor.rules.synonyms.words import words

CARRIED: dict[Field, tuple[str, ...]] = {
    Field.COMPANY: words("""
        company name, employer, employer name, organisation, organization, organisation name
        organization name, firm, business, hiring company, company/organization, account name
        company/employer, unternehmen, firma, firmenname, arbeitgeber, betrieb, unternehmensname
        entreprise, société, employeur, nom de l'entreprise, nom entreprise, empresa, compañía
        empleador, nombre de la empresa, organización, azienda, società, datore di lavoro, ditta
        impresa, nome azienda, bedrijf, bedrijfsnaam, werkgever, organisatie, empregador
        companhia, nome da empresa, organização, 公司, 公司名称, 企业, 单位, 会社, 会社名, 企業名
        компания, организация
    """),
    Field.ROLE: words("""
        role/title, role title, role name, title, job title, job, job role, job name, job position
        post, position, position title, position name, opening, vacancy, position applied for
        role applied for, title/role, stelle, stellenbezeichnung, jobtitel, rolle, funktion
        jobbezeichnung, poste, intitulé du poste, fonction, titre, titre du poste, emploi, puesto
        cargo, rol, vacante, título, puesto de trabajo, posizione, ruolo, mansione, qualifica
        titolo, functie, vacature, functietitel, functienaam, vaga, função, posição, 岗位
        岗位名称, 职位, 职位名称, 職種, 役職, ポジション, должность, позиция
    """),
    Field.COMPETITOR_OF: words("""
        competitor, competitors, rival, rivals, rival of, competes with, competing with
        competitor account, competitor to, konkurrent von, konkurrent, konkurrenten, wettbewerber
        wettbewerber von, konkurrenz, konkurrenz von, mitbewerber, concurrent de, concurrent
        concurrents, rival de, competidor de, competidor, competidores, competencia
        concorrente di, concorrente, concorrenti, rivale di, concurrent van, concurrenten
        concorrente de, concorrentes, 竞争对手, конкурент
    """),
    Field.DEALBREAKER: words("""
        deal breaker, dealbreakers, deal breakers, blocker, blockers, no because, knock out
        showstopper, show stopper, ausschlussgrund, ko kriterium, k.o.-kriterium, nein weil
        critère éliminatoire, éliminatoire, rédhibitoire, motivo de exclusión, excluyente
        impedimento, motivo di esclusione, breekpunt, uitsluitingsgrond, impeditivo
        motivo de exclusão
    """),
    Field.MY_DECISION: words("""
        my verdict, my answer, my choice, accept or decline, meine entscheidung, ma décision
        mi decisión, la mia decisione, mijn beslissing, minha decisão
    """),
    Field.MY_REASON: words("""
        reason for decision, decision reason, reason for my decision, why i decided so, mein grund
        meine begründung, ma raison, mi razón, mi motivo, il mio motivo, mijn reden, meu motivo
    """),
    Field.FORMAT: words("""
        interview type, interview format, interview mode, type of interview, interview method
        mode, channel, interview channel, interview medium, gesprächsart, interviewart
        art des gesprächs, gesprächsform, type d'entretien, format d'entretien
        modalité d'entretien, tipo de entrevista, formato, formato de entrevista, modalidad
        tipo di colloquio, modalità, modalità colloquio, type gesprek, soort gesprek, gespreksvorm
        formato da entrevista, modalidade, 面试形式, 面试方式, 面接形式
    """),
    Field.ROUND: words("""
        stage, interview round, interview stage, round number, round no, interview step, runde
        gesprächsrunde, interviewrunde, tour, tour d'entretien, étape, ronda, etapa
        ronda de entrevista, turno, ronde, gespreksronde, rodada, 轮次, 面试轮次, 选考段阶
    """),
    Field.LOCATION: words("""
        job location, office location, interview location, location of job, place, place of work
        workplace, ort, standort, arbeitsort, einsatzort, lieu, lieu de travail, localisation
        ubicación, lugar, lugar de trabajo, luogo, sede, sede di lavoro, località, locatie
        plaats, werkplek, standplaats, localização, local de trabalho, localidade, 地点, 工作地点
        勤務地, место
    """),
    Field.CONTACT: words("""
        contact person, contact name, point of contact, main contact, ansprechpartner, kontakt
        ansprechpartnerin, kontaktperson, interlocuteur, personne de contact, contacto
        persona de contacto, contatto, referente, contactpersoon, contato, pessoa de contato, 联系人
    """),
    Field.SOURCE: words("""
        via, referral, found via, where found, where i found it, referred by, heard from
        lead source, job source, quelle, gefunden über, herkunft, empfehlung, trouvé via
        provenance, fuente, origen, fonte, trovato su, provenienza, bron, gevonden via, herkomst
        origem, 来源, 招聘渠道, 応募経路
    """),
    Field.STATUS: words("""
        application status, current status, current stage, job status, status of application
        bewerbungsstatus, bewerbungsstand, état, statut, état de la candidature, estado
        estado actual, estado de la solicitud, estatus, stato, stato candidatura, stand van zaken
        situação, status da candidatura, 状态, 当前状态, 应聘状态, 選考状況, статус
    """),
    Field.LINK: words("""
        job url, job link, posting url, posting link, job posting, job ad, job ad link, job listing
        link to posting, link to job, advert, application link, stellenanzeige, stellenlink
        link zur anzeige, lien, annonce, lien de l'annonce, enlace, anuncio, enlace oferta
        annuncio, link annuncio, collegamento, vacaturelink, link vacature, anúncio
        link da vaga, 链接, 职位链接, 求人リンク, ссылка
    """),
    Field.NOTES: words("""
        note, my notes, additional notes, remarks, notizen, notiz, bemerkungen, bemerkung
        anmerkungen, anmerkung, remarques, remarque, notas, observaciones, appunti, notities
        notitie, opmerkingen, opmerking, observações, anotações, 备注, メモ, 備考, заметки
    """),
}
