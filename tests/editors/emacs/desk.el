;;; desk.el --- A draft in a real Emacs  -*- lexical-binding: t -*-

;;; Commentary:

;; Opens a draft with copydesk.el and the built server, as a reporter would.  Run by run.sh; reads
;; the environment: STORY (a draft), SERVER (the program).  Exit status 0 or 1.

;;; Code:

(require 'cl-lib)
(require 'flymake)
(require 'copydesk)

(defvar desk-checks 0)
(defvar desk-failures 0)

(defun desk-check (ok what)
  "Note whether WHAT holds: OK."
  (cl-incf desk-checks)
  (unless ok (cl-incf desk-failures))
  (message "%s %s" (if ok "ok  " "FAIL") what))

(defun desk-comes (what condition)
  "Wait until CONDITION holds, half a minute at most, and note WHAT."
  (let ((end (+ (float-time) 30)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (desk-check (funcall condition) what)))

(defun desk-has (text)
  "Whether TEXT is in this buffer."
  (save-excursion (goto-char (point-min)) (search-forward text nil t)))

(defun desk-go-to (text)
  "Put point on TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun desk-open ()
  "Open the draft and wait for its finding."
  (setq copydesk-command (list (getenv "SERVER") "lsp")
        eglot-sync-connect 30
        eglot-autoshutdown t
        ;; The folder of the draft, not the repository that the scratch folder is in.
        project-find-functions nil)
  (add-to-list 'auto-mode-alist '("\\.md\\'" . text-mode))
  (add-hook 'text-mode-hook #'copydesk-ensure)
  (find-file (getenv "STORY"))
  ;; Eglot waits for the buffer to be shown, which it never is in batch mode.
  (run-hooks 'post-command-hook)
  (desk-comes "the server is there" #'eglot-current-server)
  (flymake-mode 1)
  (flymake-start)
  (desk-comes "the draft has one finding" (lambda () (= 1 (length (flymake-diagnostics)))))
  (let ((finding (car (flymake-diagnostics))))
    (desk-check (string-match-p "Repeated word" (flymake-diagnostic-text finding)) (flymake-diagnostic-text finding))
    (desk-check (equal "the" (buffer-substring-no-properties (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding)))
                "it is on the word, after an é and a ship")))

(defun desk-sources (draft)
  "Open the view of who speaks in DRAFT, and follow it."
  (copydesk-sources)
  (let ((view (current-buffer)))
    (desk-check (desk-has "Malik Orsolo") "somebody is listed")
    (desk-go-to "Ferranti is right")
    (beginning-of-line)
    (copydesk-view-visit)
    (desk-check (and (eq draft (current-buffer)) (= 11 (line-number-at-pos))) "a line leads into the draft")
    (set-buffer view)
    (set-window-buffer (selected-window) view)
    (desk-go-to "The cranes are safe")
    (beginning-of-line)
    (call-interactively (key-binding (kbd "o")))
    (desk-check (with-current-buffer draft (= 9 (line-number-at-pos (window-point (get-buffer-window draft)))))
                "o shows the place")
    (set-buffer draft)
    (goto-char (point-max))
    (insert "\n\"The water is deep,\" said Ana Tull, a pilot.\n")
    (eglot--signal-textDocument/didChange)
    (desk-comes "somebody new is listed without being asked for"
                (lambda () (with-current-buffer view (desk-has "Ana Tull"))))))

(defun desk-fix (draft)
  "List the findings of DRAFT and apply a fix."
  (set-buffer draft)
  (flymake-show-buffer-diagnostics)
  (desk-comes "the findings are listed"
              (lambda () (with-current-buffer (flymake--diagnostics-buffer-name) (desk-has "Repeated word"))))
  (set-buffer draft)
  (desk-go-to "the harbour of")
  (let ((completing-read-function (lambda (_prompt actions &rest _) (car (all-completions "" actions))))
        ;; As by a key: Eglot opens a menu for a mouse.
        (last-nonmenu-event ?x))
    (call-interactively #'eglot-code-actions))
  (eglot--signal-textDocument/didChange)
  (desk-check (desk-has "will open the harbour") "the fix is made"))

(defun desk-timeline (draft)
  "Open the timeline of DRAFT."
  (set-buffer draft)
  (copydesk-timeline)
  (desk-check (desk-has "Monday 12 May 2031") "a day is listed")
  (desk-check (desk-has "read as of 8 May 2031") "the date of the draft is given"))

(defun desk-run ()
  "Do all of it."
  (desk-open)
  (let ((draft (current-buffer)))
    (desk-sources draft)
    (desk-timeline draft)
    (desk-fix draft)
    (with-current-buffer draft
      (desk-go-to "Ferranti said")
      (eglot-rename "Ferrante")
      (desk-check (desk-has "Zoé Ferrante") "a name is changed everywhere")
      (desk-check (desk-has "\"Ferranti is right") "and stays inside a quotation")
      (set-buffer-modified-p nil)
      (eglot-shutdown (eglot-current-server) nil 10))))

(condition-case err
    (desk-run)
  (error (desk-check nil (format "%S" err))))
(message "%s: Emacs %s, %d checks, %d failed" (if (zerop desk-failures) "PASS" "FAIL") emacs-version desk-checks desk-failures)
(kill-emacs (if (zerop desk-failures) 0 1))
;;; desk.el ends here
